CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- Stemmers without stop words: "It" is a book. Latin words are stemmed as English, Cyrillic ones as Russian.
CREATE TEXT SEARCH DICTIONARY russian_words (TEMPLATE = snowball, Language = russian);--> statement-breakpoint
CREATE TEXT SEARCH DICTIONARY english_words (TEMPLATE = snowball, Language = english);--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION vitrina (COPY = simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION vitrina ALTER MAPPING FOR asciiword, asciihword, hword_asciipart WITH english_words;--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION vitrina ALTER MAPPING FOR word, hword, hword_part WITH russian_words;--> statement-breakpoint
CREATE TABLE "index_state" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"engine" text NOT NULL,
	"building" boolean DEFAULT false NOT NULL,
	"build_after" text,
	"build_claimed_until" timestamp with time zone,
	"reconcile_at" timestamp with time zone NOT NULL,
	"reconcile_after" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "removed_meanwhile" (
	"product_id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "query_count" (
	"query" text PRIMARY KEY NOT NULL,
	"found" integer NOT NULL,
	"missed" integer NOT NULL,
	"last_found_at" timestamp with time zone,
	"last_missed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "search_rule" (
	"id" text PRIMARY KEY NOT NULL,
	"query" text NOT NULL,
	"product_id" text NOT NULL,
	"action" text NOT NULL,
	"position" integer,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "synonym_phrase" (
	"group_position" integer NOT NULL,
	"position" integer NOT NULL,
	"phrase" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "synonym_phrase_group_position_position_pk" PRIMARY KEY("group_position","position")
);
--> statement-breakpoint
CREATE TABLE "dirty_category" (
	"category_id" text PRIMARY KEY NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"marks" bigint DEFAULT 1 NOT NULL,
	"marked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dirty_product" (
	"product_id" text PRIMARY KEY NOT NULL,
	"marks" bigint DEFAULT 1 NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "indexed_product" (
	"product_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"category_ids" text[] NOT NULL,
	"words" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_attribute" (
	"code" text PRIMARY KEY NOT NULL,
	"names" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "known_category" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"names" jsonb NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"closed" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term" (
	"word" text PRIMARY KEY NOT NULL,
	"stem" text NOT NULL,
	"sound_key" text NOT NULL,
	"near_keys" text[] NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "query_count_missed_index" ON "query_count" USING btree ("missed");--> statement-breakpoint
CREATE INDEX "query_count_prefix" ON "query_count" USING btree ("query" text_pattern_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "search_rule_query_product_id_index" ON "search_rule" USING btree ("query","product_id");--> statement-breakpoint
CREATE INDEX "synonym_phrase_key_index" ON "synonym_phrase" USING btree ("key");--> statement-breakpoint
CREATE INDEX "dirty_product_marked_at_index" ON "dirty_product" USING btree ("marked_at");--> statement-breakpoint
CREATE INDEX "indexed_product_category_ids_index" ON "indexed_product" USING gin ("category_ids");--> statement-breakpoint
CREATE INDEX "known_category_parent_id_index" ON "known_category" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "shop_closed_index" ON "shop" USING btree ("closed");--> statement-breakpoint
CREATE INDEX "term_stem_index" ON "term" USING btree ("stem");--> statement-breakpoint
CREATE INDEX "term_sound_key_index" ON "term" USING btree ("sound_key");--> statement-breakpoint
CREATE INDEX "term_near_keys" ON "term" USING gin ("near_keys");--> statement-breakpoint
CREATE INDEX "term_sound_key_trigrams" ON "term" USING gin ("sound_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "term_word_prefix" ON "term" USING btree ("word" text_pattern_ops);
--> statement-breakpoint
-- The searchable form of products. A rebuild fills a table of the same form (document_next) that then takes this name.
CREATE TABLE "document" (
	"product_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"shop_id" text NOT NULL,
	"category_ids" text[] NOT NULL,
	"brand" text,
	"currency" text NOT NULL,
	"min_price_minor" bigint NOT NULL,
	"max_price_minor" bigint NOT NULL,
	"price_range" text NOT NULL,
	"in_stock" boolean NOT NULL,
	"attributes" text[] NOT NULL,
	"titles" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"search" tsvector NOT NULL
);
--> statement-breakpoint
-- Without a list of pending entries every search costs the same.
CREATE INDEX ON "document" USING gin ("search") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX ON "document" USING gin ("category_ids") WITH (fastupdate = off);--> statement-breakpoint
CREATE INDEX ON "document" ("created_at" DESC, "product_id");--> statement-breakpoint
CREATE INDEX ON "document" ("currency", "min_price_minor", "product_id");--> statement-breakpoint
CREATE INDEX ON "document" ("shop_id");--> statement-breakpoint
-- Words that sound alike. The threshold is low because a short word loses most of its trigrams by one mistake.
CREATE FUNCTION nearest_terms(wanted text, most integer) RETURNS SETOF term
	LANGUAGE sql STABLE
	SET pg_trgm.similarity_threshold = 0.4
	AS $$
		SELECT * FROM term
		WHERE sound_key % wanted AND length(sound_key) BETWEEN length(wanted) - 2 AND length(wanted) + 2 AND documents > 0
		ORDER BY similarity(sound_key, wanted) DESC, documents DESC
		LIMIT most
	$$;
