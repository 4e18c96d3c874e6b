-- A file is read in the background: what it is, how far the work is, who asked for it, and what went wrong.
ALTER TABLE product_import
  ADD COLUMN kind TEXT NOT NULL DEFAULT 'csv',
  ALTER COLUMN encoding DROP NOT NULL,
  ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN done_count INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN total_count INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN asked_by TEXT,
  ADD COLUMN seen_alive_at TIMESTAMPTZ(3),
  ADD COLUMN problem JSONB;
ALTER TABLE product_import ALTER COLUMN kind DROP DEFAULT;
-- Rows that were staged and accepted have no place any more: their file would have to be read again, and was not kept.
UPDATE product_import SET state = 'discarded', version = version + 1 WHERE state IN ('uploaded', 'mapped');
DELETE FROM product_import_row r USING product_import i WHERE i.id = r.import_id AND (i.state = 'discarded' OR r.reasons = '[]'::jsonb);

-- The uploaded file itself, until its rows are in the catalog or it is thrown away; any process can go on with it.
CREATE TABLE product_import_piece (
  shop_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  CONSTRAINT product_import_piece_pkey PRIMARY KEY (import_id, number)
);
-- Squeezing would cost more time than the disk is worth for a file that stays for minutes.
ALTER TABLE product_import_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE INDEX product_import_piece_shop_id_idx ON product_import_piece (shop_id);

-- What the columns of a file meant the last time the shop brought one with the same header.
CREATE TABLE import_mapping (
  shop_id TEXT NOT NULL,
  header_sha256 TEXT NOT NULL,
  mapping JSONB NOT NULL,
  used_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT import_mapping_pkey PRIMARY KEY (shop_id, header_sha256)
);
CREATE INDEX import_mapping_shop_id_used_at_idx ON import_mapping (shop_id, used_at DESC);

GRANT SELECT, INSERT, DELETE ON product_import_piece TO yuefu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_mapping TO yuefu_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['product_import_piece', 'import_mapping'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_the_shop ON %I TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')
      WITH CHECK (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')', name);
  END LOOP;
END $$;

-- An import of a million rows writes for a minute. Prices and offers have each their own numbers of change, so that
-- nobody waits for it who stops labels or publishes an offer meanwhile.
CREATE TABLE catalog_change (
  shop_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  CONSTRAINT catalog_change_pkey PRIMARY KEY (shop_id)
);
INSERT INTO catalog_change SELECT id, change_seq FROM shop;
GRANT SELECT, INSERT, UPDATE ON catalog_change TO yuefu_app;
ALTER TABLE catalog_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_shop ON catalog_change TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = 'system')
  WITH CHECK (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = 'system');
