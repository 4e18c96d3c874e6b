-- What a title is compared by: the same folding as in lib/catalog/title-bigrams.ts.
CREATE FUNCTION searchable_title(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(normalize(title, NFKC)), '\s+', '', 'g')
$$;

-- Array containment is not leakproof, so under row-level security its index would never be used by yuefu_app.
-- This function runs as the owner and keeps to the shop of the transaction by itself: no shop set, no rows.
CREATE FUNCTION search_products(bigrams text[], needle text, in_category text, with_tag text, after_id text, page_size int)
  RETURNS TABLE (id text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  conditions text := 'p.shop_id = $1 AND EXISTS (SELECT 1 FROM sku s WHERE s.product_id = p.id AND NOT s.removed)';
BEGIN
  IF cardinality(bigrams) > 0 THEN conditions := conditions || ' AND p.title_bigrams @> $2'; END IF;
  -- One bigram is its own proof; several may stand apart in the title, and a single character has none.
  IF cardinality(bigrams) <> 1 AND needle <> '' THEN conditions := conditions || ' AND position($3 IN searchable_title(p.title)) > 0'; END IF;
  IF in_category IS NOT NULL THEN conditions := conditions || ' AND p.category = $4'; END IF;
  IF with_tag IS NOT NULL THEN conditions := conditions || ' AND p.content_tags @> ARRAY[$5]'; END IF;
  IF after_id IS NOT NULL THEN conditions := conditions || ' AND p.id < $6'; END IF;
  RETURN QUERY EXECUTE 'SELECT p.id FROM product p WHERE ' || conditions || ' ORDER BY p.id DESC LIMIT $7'
    USING app_shop_id(), bigrams, needle, in_category, with_tag, after_id, least(page_size, 1001);
END $$;
REVOKE ALL ON FUNCTION search_products(text[], text, text, text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_products(text[], text, text, text, text, int) TO yuefu_app;
