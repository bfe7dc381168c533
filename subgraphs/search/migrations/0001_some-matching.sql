-- Any few of the goods that match. Of a short prefix with thousands of matches the planner hopes to meet a few hundred
-- early and reads the table from its beginning, testing every row; the index knows them. The body is a text, so a table
-- that takes the name "document" later is the one that is read.
CREATE FUNCTION some_matching(wanted tsquery, closed text[], most integer)
	RETURNS TABLE (product_id text, titles jsonb, search tsvector, in_stock boolean)
	LANGUAGE sql STABLE
	SET enable_seqscan = off
	AS $$
		SELECT d.product_id, d.titles, d.search, d.in_stock FROM document d
		WHERE d.search @@ wanted AND d.shop_id <> ALL (closed)
		LIMIT most
	$$;
