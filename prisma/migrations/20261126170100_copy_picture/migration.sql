-- A poster as it was uploaded, and the lines of text that were recognized on it.
CREATE TABLE copy_picture (
  id TEXT NOT NULL,
  shop_id TEXT NOT NULL,
  product_id TEXT,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  byte_count INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  state TEXT NOT NULL,
  progress INTEGER NOT NULL DEFAULT 0,
  lines JSONB NOT NULL DEFAULT '[]',
  problem TEXT,
  attempt INTEGER NOT NULL DEFAULT 0,
  is_kept BOOLEAN NOT NULL DEFAULT false,
  created_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  asked_at TIMESTAMPTZ(3) NOT NULL,
  read_at TIMESTAMPTZ(3),
  CONSTRAINT copy_picture_pkey PRIMARY KEY (id)
);
-- Pictures are squeezed already.
ALTER TABLE copy_picture ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX copy_picture_shop_id_sha256_key ON copy_picture (shop_id, sha256);
CREATE INDEX copy_picture_shop_id_is_kept_asked_at_id_idx ON copy_picture (shop_id, is_kept, asked_at DESC, id);
CREATE INDEX copy_picture_is_kept_asked_at_idx ON copy_picture (is_kept, asked_at);

ALTER TABLE copy_version ADD COLUMN picture_id TEXT;
CREATE INDEX copy_version_picture_id_idx ON copy_version (picture_id);

-- Deleted is only what no text ever held.
GRANT SELECT, INSERT, UPDATE, DELETE ON copy_picture TO yuefu_app;
ALTER TABLE copy_picture ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_shop ON copy_picture TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = 'system')
  WITH CHECK (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = 'system');
CREATE POLICY platform_reads ON copy_picture FOR SELECT TO yuefu_app USING ((SELECT app_scope()) = 'platform');

-- What was uploaded never changes, nor do the lines that were read; what a text holds stays.
CREATE FUNCTION keep_picture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a picture that was uploaded never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_picture BEFORE UPDATE OF id, shop_id, sha256, media_type, width, height, byte_count, bytes, created_by, created_at ON copy_picture FOR EACH ROW EXECUTE FUNCTION keep_picture();
CREATE TRIGGER keep_lines BEFORE UPDATE OF lines ON copy_picture FOR EACH ROW WHEN (OLD.state = 'read') EXECUTE FUNCTION keep_picture();
CREATE TRIGGER keep_held BEFORE DELETE ON copy_picture FOR EACH ROW WHEN (OLD.is_kept) EXECUTE FUNCTION keep_picture();
CREATE TRIGGER keep_hold BEFORE UPDATE OF is_kept ON copy_picture FOR EACH ROW WHEN (OLD.is_kept AND NOT NEW.is_kept) EXECUTE FUNCTION keep_picture();
