-- What a product's SKUs come to stands with the product, so that lists filter, sort and page by an index.
-- `removed` comes first in each: what is not sold any more must not be read on the way.
ALTER TABLE product
  ADD COLUMN title_grams INTEGER[] NOT NULL DEFAULT '{}',
  ADD COLUMN removed BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN sku_count INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN skus_in_stock INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN cash_from_fen BIGINT,
  ADD COLUMN cash_to_fen BIGINT,
  ADD COLUMN installment_from_fen BIGINT,
  ADD COLUMN installment_to_fen BIGINT,
  ADD COLUMN margin_bps INTEGER;

-- Where a tag leads to; a product without SKUs has none.
CREATE TABLE product_tag (
  shop_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  product_id TEXT NOT NULL,
  CONSTRAINT product_tag_pkey PRIMARY KEY (shop_id, tag, product_id)
);
-- How many products there are: of the shop, of each category, with each tag.
CREATE TABLE product_facet (
  shop_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  product_count INTEGER NOT NULL,
  CONSTRAINT product_facet_pkey PRIMARY KEY (shop_id, kind, value)
);
CREATE INDEX product_facet_shop_id_kind_product_count_idx ON product_facet (shop_id, kind, product_count DESC);

GRANT SELECT, INSERT, DELETE ON product_tag TO yuefu_app;
GRANT SELECT, INSERT, UPDATE ON product_facet TO yuefu_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['product_tag', 'product_facet'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_the_shop ON %I TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')
      WITH CHECK (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')', name);
  END LOOP;
END $$;

-- Neighboring characters of a title as numbers, the same as in lib/catalog/title-grams.ts; the shop's salt keeps the shops apart in the index.
CREATE FUNCTION pg_temp.title_grams(shop text, title text) RETURNS int[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  salt bigint := 0;
  folded text := searchable_title(title);
BEGIN
  FOR place IN 1 .. length(shop) LOOP salt := (salt * 31 + ascii(substr(shop, place, 1))) % 2147483647; END LOOP;
  RETURN coalesce((SELECT array_agg(DISTINCT ((ascii(substr(folded, place, 1))::bigint * 1114112 + ascii(substr(folded, place + 1, 1)) + salt) % 2147483647)::int)
    FROM generate_series(1, length(folded) - 1) AS place), '{}');
END $$;

-- What is there already. No trigger looks on: these are no new facts.
ALTER TABLE product DISABLE TRIGGER USER;
UPDATE product p SET title_grams = pg_temp.title_grams(p.shop_id, p.title), removed = s.sku_count = 0, sku_count = s.sku_count, skus_in_stock = s.in_stock,
  cash_from_fen = s.cash_from, cash_to_fen = s.cash_to, installment_from_fen = s.installment_from, installment_to_fen = s.installment_to, margin_bps = s.margin
FROM (SELECT p.id, count(s.id)::int AS sku_count, (count(s.id) FILTER (WHERE s.in_stock))::int AS in_stock, min(s.cash_price_fen) AS cash_from, max(s.cash_price_fen) AS cash_to,
    min(s.installment_price_fen) AS installment_from, max(s.installment_price_fen) AS installment_to,
    min(CASE WHEN s.cost_price_fen IS NOT NULL THEN greatest(floor((s.cash_price_fen - s.cost_price_fen) * 10000.0 / s.cash_price_fen), -1000000) END)::int AS margin
  FROM product p LEFT JOIN sku s ON s.product_id = p.id AND NOT s.removed GROUP BY p.id) s
WHERE s.id = p.id;
ALTER TABLE product ENABLE TRIGGER USER;
INSERT INTO product_tag SELECT DISTINCT p.shop_id, tag, p.id FROM product p, unnest(p.content_tags) AS tag WHERE NOT p.removed;
INSERT INTO product_facet (shop_id, kind, value, product_count)
SELECT shop_id, kind, value, count(*) FROM (
  SELECT shop_id, 'all' AS kind, '' AS value FROM product WHERE NOT removed
  UNION ALL SELECT shop_id, 'category', category FROM product WHERE NOT removed
  UNION ALL SELECT shop_id, 'tag', tag FROM product_tag
) facets GROUP BY 1, 2, 3;

DROP FUNCTION search_products(text[], text, text, text, text, int);
DROP INDEX product_shop_id_id_idx, product_shop_id_category_id_idx, product_content_tags_idx, product_title_bigrams_idx;
ALTER TABLE product DROP COLUMN title_bigrams;
CREATE INDEX product_title_grams_idx ON product USING GIN (title_grams);
CREATE INDEX product_shop_id_removed_id_idx ON product (shop_id, removed, id);
CREATE INDEX product_shop_id_removed_category_id_idx ON product (shop_id, removed, category, id);
CREATE INDEX product_shop_id_removed_cash_from_fen_id_idx ON product (shop_id, removed, cash_from_fen, id);
CREATE INDEX product_shop_id_removed_margin_bps_id_idx ON product (shop_id, removed, margin_bps, id);

-- A change of a SKU is a change of its product: the product's own number tells both. Nobody asks for one SKU's history by the shop.
DROP INDEX sku_shop_id_change_seq_idx, sku_version_shop_id_sku_id_valid_from_id_idx;

-- Sums up the SKUs of every product that a statement touched. Writes nothing where the sum is what it was. One look into an index for
-- each product, whatever the planner thinks of tables that grow in this very transaction.
CREATE FUNCTION sum_up_skus() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  WITH touched AS MATERIALIZED (SELECT DISTINCT product_id FROM new_rows),
  sums AS MATERIALIZED (
    SELECT touched.product_id, s.* FROM touched CROSS JOIN LATERAL (
      SELECT count(*)::int AS sku_count, (count(*) FILTER (WHERE s.in_stock))::int AS in_stock, min(s.cash_price_fen) AS cash_from, max(s.cash_price_fen) AS cash_to,
        min(s.installment_price_fen) AS installment_from, max(s.installment_price_fen) AS installment_to,
        min(CASE WHEN s.cost_price_fen IS NOT NULL THEN greatest(floor((s.cash_price_fen - s.cost_price_fen) * 10000.0 / s.cash_price_fen), -1000000) END)::int AS margin
      FROM sku s WHERE s.product_id = touched.product_id AND NOT s.removed
    ) s
  )
  UPDATE product p SET removed = s.sku_count = 0, sku_count = s.sku_count, skus_in_stock = s.in_stock, cash_from_fen = s.cash_from, cash_to_fen = s.cash_to,
    installment_from_fen = s.installment_from, installment_to_fen = s.installment_to, margin_bps = s.margin
  FROM sums s
  WHERE p.id = s.product_id
    AND (p.removed, p.sku_count, p.skus_in_stock, p.cash_from_fen, p.cash_to_fen, p.installment_from_fen, p.installment_to_fen, p.margin_bps)
      IS DISTINCT FROM (s.sku_count = 0, s.sku_count, s.in_stock, s.cash_from, s.cash_to, s.installment_from, s.installment_to, s.margin);
  RETURN NULL;
END $$;
CREATE TRIGGER sum_up_new AFTER INSERT ON sku REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_up_skus();
CREATE TRIGGER sum_up_changed AFTER UPDATE ON sku REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_up_skus();

CREATE FUNCTION count_new_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO product_tag (shop_id, tag, product_id) SELECT DISTINCT n.shop_id, tag, n.id FROM new_rows n, unnest(n.content_tags) AS tag WHERE NOT n.removed;
  INSERT INTO product_facet AS f (shop_id, kind, value, product_count)
  SELECT shop_id, kind, value, count(*) FROM (
    SELECT shop_id, 'all' AS kind, '' AS value FROM new_rows WHERE NOT removed
    UNION ALL SELECT shop_id, 'category', category FROM new_rows WHERE NOT removed
    UNION ALL SELECT shop_id, 'tag', tag FROM (SELECT DISTINCT n.shop_id, tag, n.id FROM new_rows n, unnest(n.content_tags) AS tag WHERE NOT n.removed) tagged
  ) counted GROUP BY 1, 2, 3
  ON CONFLICT (shop_id, kind, value) DO UPDATE SET product_count = f.product_count + excluded.product_count;
  RETURN NULL;
END $$;
CREATE FUNCTION count_changed_products() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET enable_hashjoin = on AS $$
BEGIN
  -- Nearly every statement leaves categories and tags alone.
  IF NOT EXISTS (SELECT 1 FROM new_rows n JOIN old_rows o USING (id) WHERE (n.removed, n.category, n.content_tags) IS DISTINCT FROM (o.removed, o.category, o.content_tags)) THEN
    RETURN NULL;
  END IF;
  WITH changed AS (
    SELECT o.shop_id, o.id, -1 AS way, o.removed, o.category, o.content_tags FROM old_rows o JOIN new_rows n USING (id)
      WHERE (n.removed, n.category, n.content_tags) IS DISTINCT FROM (o.removed, o.category, o.content_tags)
    UNION ALL
    SELECT n.shop_id, n.id, 1, n.removed, n.category, n.content_tags FROM old_rows o JOIN new_rows n USING (id)
      WHERE (n.removed, n.category, n.content_tags) IS DISTINCT FROM (o.removed, o.category, o.content_tags)
  ), tagged AS (
    SELECT DISTINCT c.shop_id, c.id, c.way, tag FROM changed c, unnest(c.content_tags) AS tag WHERE NOT c.removed
  ), fallen AS (
    DELETE FROM product_tag t USING (SELECT shop_id, tag, id FROM tagged GROUP BY 1, 2, 3 HAVING sum(way) < 0) gone
    WHERE t.shop_id = gone.shop_id AND t.tag = gone.tag AND t.product_id = gone.id
  ), risen AS (
    INSERT INTO product_tag (shop_id, tag, product_id) SELECT shop_id, tag, id FROM tagged GROUP BY 1, 2, 3 HAVING sum(way) > 0
  )
  INSERT INTO product_facet AS f (shop_id, kind, value, product_count)
  SELECT shop_id, kind, value, sum(way) FROM (
    SELECT shop_id, 'all' AS kind, '' AS value, way FROM changed WHERE NOT removed
    UNION ALL SELECT shop_id, 'category', category, way FROM changed WHERE NOT removed
    UNION ALL SELECT shop_id, 'tag', tag, way FROM tagged
  ) counted GROUP BY 1, 2, 3 HAVING sum(way) <> 0
  ON CONFLICT (shop_id, kind, value) DO UPDATE SET product_count = f.product_count + excluded.product_count;
  RETURN NULL;
END $$;
-- A trigger keeps the plan of its first call, which may have had one row: joined row by row, ten thousand would take half a minute.
ALTER FUNCTION keep_changed_product_versions() SET enable_nestloop = off;
ALTER FUNCTION keep_changed_product_versions() SET enable_hashjoin = on;
ALTER FUNCTION keep_changed_sku_versions() SET enable_nestloop = off;
ALTER FUNCTION keep_changed_sku_versions() SET enable_hashjoin = on;
CREATE TRIGGER count_new AFTER INSERT ON product REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_new_products();
CREATE TRIGGER count_changed AFTER UPDATE ON product REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_changed_products();

-- The ids of a page of the list. Array containment is not leakproof, so under row-level security its index would never be used by yuefu_app.
-- This function runs as the owner and keeps to the shop of the transaction by itself: no shop set, no rows.
-- in_order: newest, price-up, price-down, margin-up, margin-down; what has no known margin comes last. A page begins after
-- (after_value, after_id); after_value null with an id: among those without a margin.
CREATE FUNCTION list_products(grams int[], needle text, in_category text, with_tag text, in_order text, after_value bigint, after_id text, page_size int)
  RETURNS TABLE (id text, value bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  source text := 'product p';
  conditions text := 'p.shop_id = $1 AND NOT p.removed';
  key text := CASE WHEN in_order LIKE 'price%' THEN 'p.cash_from_fen' WHEN in_order LIKE 'margin%' THEN 'p.margin_bps' END;
  way text := CASE WHEN in_order LIKE '%-up' THEN 'ASC' ELSE 'DESC' END;
  beyond text := CASE WHEN in_order LIKE '%-up' THEN '>' ELSE '<' END;
  size int := least(page_size, 1001);
  found int := 0;
BEGIN
  IF in_order NOT IN ('newest', 'price-up', 'price-down', 'margin-up', 'margin-down') THEN RAISE EXCEPTION 'No order %', in_order; END IF;
  IF with_tag IS NOT NULL THEN
    source := 'product_tag t JOIN product p ON p.id = t.product_id';
    conditions := conditions || ' AND t.shop_id = $1 AND t.tag = $5';
  END IF;
  IF cardinality(grams) > 0 THEN conditions := conditions || ' AND p.title_grams @> $2 AND position($3 IN searchable_title(p.title)) > 0'; END IF;
  IF in_category IS NOT NULL THEN conditions := conditions || ' AND p.category = $4'; END IF;
  IF key IS NULL THEN
    key := CASE WHEN with_tag IS NULL THEN 'p.id' ELSE 't.product_id' END;
    IF after_id IS NOT NULL THEN conditions := conditions || ' AND ' || key || ' < $7'; END IF;
    RETURN QUERY EXECUTE 'SELECT p.id, NULL::bigint FROM ' || source || ' WHERE ' || conditions || ' ORDER BY ' || key || ' DESC LIMIT $8'
      USING app_shop_id(), grams, needle, in_category, with_tag, after_value, after_id, size;
    RETURN;
  END IF;
  IF after_id IS NULL OR after_value IS NOT NULL THEN
    RETURN QUERY EXECUTE 'SELECT p.id, ' || key || '::bigint FROM ' || source || ' WHERE ' || conditions || ' AND ' || key || ' IS NOT NULL'
      || CASE WHEN after_id IS NULL THEN '' ELSE ' AND (' || key || ', p.id) ' || beyond || ' ($6, $7)' END
      || ' ORDER BY ' || key || ' ' || way || ', p.id ' || way || ' LIMIT $8'
      USING app_shop_id(), grams, needle, in_category, with_tag, after_value, after_id, size;
    GET DIAGNOSTICS found = ROW_COUNT;
  END IF;
  IF found < size THEN
    RETURN QUERY EXECUTE 'SELECT p.id, NULL::bigint FROM ' || source || ' WHERE ' || conditions || ' AND ' || key || ' IS NULL'
      || CASE WHEN after_id IS NULL OR after_value IS NOT NULL THEN '' ELSE ' AND p.id < $7' END || ' ORDER BY p.id DESC LIMIT $8'
      USING app_shop_id(), grams, needle, in_category, with_tag, after_value, after_id, size - found;
  END IF;
END $$;

-- How many the same conditions find, up to a bound.
CREATE FUNCTION count_products(grams int[], needle text, in_category text, with_tag text, up_to int) RETURNS int
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  source text := 'product p';
  conditions text := 'p.shop_id = $1 AND NOT p.removed';
  counted int;
BEGIN
  IF with_tag IS NOT NULL THEN
    source := 'product_tag t JOIN product p ON p.id = t.product_id';
    conditions := conditions || ' AND t.shop_id = $1 AND t.tag = $5';
  END IF;
  IF cardinality(grams) > 0 THEN conditions := conditions || ' AND p.title_grams @> $2 AND position($3 IN searchable_title(p.title)) > 0'; END IF;
  IF in_category IS NOT NULL THEN conditions := conditions || ' AND p.category = $4'; END IF;
  EXECUTE 'SELECT count(*)::int FROM (SELECT 1 FROM ' || source || ' WHERE ' || conditions || ' LIMIT $6) found'
    INTO counted USING app_shop_id(), grams, needle, in_category, with_tag, least(up_to, 10001);
  RETURN counted;
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['list_products(int[], text, text, text, text, bigint, text, int)', 'count_products(int[], text, text, text, int)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO yuefu_app', name);
  END LOOP;
END $$;
