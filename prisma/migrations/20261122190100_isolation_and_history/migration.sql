-- The role the server connects as: no superuser, no BYPASSRLS. Its password is set outside migrations.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yuefu_app') THEN
    CREATE ROLE yuefu_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server created it a moment ago
END $$;
GRANT USAGE ON SCHEMA public TO yuefu_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO yuefu_app;

-- What may change
GRANT SELECT, INSERT, UPDATE ON app_user, shop, product, sku, offer, product_import, label_watch TO yuefu_app;
GRANT SELECT, INSERT, DELETE ON membership, notification_read TO yuefu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON product_import_row TO yuefu_app;
-- What may only be added
GRANT SELECT, INSERT ON audit_entry, notification, product_version, sku_version, rate_card, rate_card_row, policy, lpr_rate,
  offer_revision, offer_event, budget_entry, label_stop, label_template TO yuefu_app;

-- Who asks. Set per transaction; unset means: sees nothing.
CREATE FUNCTION app_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT coalesce(current_setting('app.scope', true), '') $$;
CREATE FUNCTION app_shop_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.shop_id', true), '') $$;
CREATE FUNCTION app_user_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.user_id', true), '') $$;

-- Rows of one shop: its own scope, or the system that compiles labels and runs jobs for every shop.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['product','sku','product_version','sku_version','product_import','product_import_row','offer','offer_revision',
    'offer_event','budget_entry','label_stop','label_watch','notification','notification_read'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_the_shop ON %I TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')
      WITH CHECK (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')', name);
  END LOOP;
END $$;

ALTER TABLE shop ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_shop ON shop TO yuefu_app USING (id = (SELECT app_shop_id()) OR (SELECT app_scope()) = 'system');
CREATE POLICY shops_of_member ON shop FOR SELECT TO yuefu_app USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.shop_id = shop.id AND m.user_id = (SELECT app_user_id())));

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_shop ON membership TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = 'system');
CREATE POLICY own ON membership FOR SELECT TO yuefu_app USING (user_id = (SELECT app_user_id()));

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
CREATE POLICY at_sign_in ON app_user TO yuefu_app USING ((SELECT app_scope()) IN ('system', 'sign-in'));
CREATE POLICY own ON app_user TO yuefu_app USING (id = (SELECT app_user_id()));
CREATE POLICY of_the_shop ON app_user FOR SELECT TO yuefu_app USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.user_id = app_user.id AND m.shop_id = (SELECT app_shop_id())));

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_shop ON audit_entry TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) IN ('system', 'platform'));
CREATE POLICY own_deeds ON audit_entry FOR INSERT TO yuefu_app WITH CHECK (shop_id IS NULL AND actor_id = (SELECT app_user_id()));

-- The platform's own tables: everybody reads them, only the platform adds to them.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rate_card','rate_card_row','policy','lpr_rate','label_template'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everybody_reads ON %I FOR SELECT TO yuefu_app USING (true)', name);
    EXECUTE format('CREATE POLICY platform_adds ON %I FOR INSERT TO yuefu_app WITH CHECK ((SELECT app_scope()) IN (''platform'', ''system''))', name);
  END LOOP;
END $$;

-- Every state of a product and every price is kept, whichever statement wrote it.
CREATE FUNCTION keep_new_product_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO product_version (shop_id, product_id, title, category, content_tags, valid_from)
  SELECT shop_id, id, title, category, content_tags, changed_at FROM new_rows;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_changed_product_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO product_version (shop_id, product_id, title, category, content_tags, valid_from)
  SELECT n.shop_id, n.id, n.title, n.category, n.content_tags, n.changed_at FROM new_rows n JOIN old_rows o USING (id)
  WHERE (n.title, n.category, n.content_tags) IS DISTINCT FROM (o.title, o.category, o.content_tags);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_new_versions AFTER INSERT ON product REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_new_product_versions();
CREATE TRIGGER keep_changed_versions AFTER UPDATE ON product REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_changed_product_versions();

CREATE FUNCTION keep_new_sku_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sku_version (shop_id, product_id, sku_id, code, name, position, cash_price_fen, installment_price_fen, list_price_fen, cost_price_fen, in_stock, removed, valid_from)
  SELECT shop_id, product_id, id, code, name, position, cash_price_fen, installment_price_fen, list_price_fen, cost_price_fen, in_stock, removed, changed_at FROM new_rows;
  RETURN NULL;
END $$;
CREATE FUNCTION keep_changed_sku_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sku_version (shop_id, product_id, sku_id, code, name, position, cash_price_fen, installment_price_fen, list_price_fen, cost_price_fen, in_stock, removed, valid_from)
  SELECT n.shop_id, n.product_id, n.id, n.code, n.name, n.position, n.cash_price_fen, n.installment_price_fen, n.list_price_fen, n.cost_price_fen, n.in_stock, n.removed, n.changed_at
  FROM new_rows n JOIN old_rows o USING (id)
  WHERE (n.code, n.name, n.position, n.cash_price_fen, n.installment_price_fen, n.list_price_fen, n.cost_price_fen, n.in_stock, n.removed)
    IS DISTINCT FROM (o.code, o.name, o.position, o.cash_price_fen, o.installment_price_fen, o.list_price_fen, o.cost_price_fen, o.in_stock, o.removed);
  RETURN NULL;
END $$;
CREATE TRIGGER keep_new_versions AFTER INSERT ON sku REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_new_sku_versions();
CREATE TRIGGER keep_changed_versions AFTER UPDATE ON sku REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_changed_sku_versions();

-- Prices are whole fen within a range a person can mean.
ALTER TABLE sku ADD CONSTRAINT sku_prices_are_sane CHECK (
  cash_price_fen > 0 AND cash_price_fen <= 100000000000 AND installment_price_fen > 0 AND installment_price_fen <= 100000000000
  AND (list_price_fen IS NULL OR list_price_fen BETWEEN 1 AND 100000000000) AND (cost_price_fen IS NULL OR cost_price_fen BETWEEN 0 AND 100000000000));

-- Append-only, for the owner too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_entry','notification','product_version','sku_version','rate_card','rate_card_row','policy','lpr_rate',
    'offer_revision','offer_event','budget_entry','label_stop','label_template'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
