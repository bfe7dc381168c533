CREATE EXTENSION IF NOT EXISTS ltree;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "category" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"path" "ltree" NOT NULL,
	"slug" text NOT NULL,
	"external_id" text,
	"names" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"active_products" integer DEFAULT 0 NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "category_slug" UNIQUE("slug"),
	CONSTRAINT "category_external_id" UNIQUE("external_id")
);
--> statement-breakpoint
CREATE TABLE "category_alias" (
	"alias" text PRIMARY KEY NOT NULL,
	"category_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category_attribute" (
	"category_id" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"names" jsonb NOT NULL,
	"type" text NOT NULL,
	"unit" text,
	"required" boolean NOT NULL,
	"filterable" boolean NOT NULL,
	"choices" jsonb NOT NULL,
	CONSTRAINT "category_attribute_category_id_code_pk" PRIMARY KEY("category_id","code")
);
--> statement-breakpoint
CREATE TABLE "category_audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "category_audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"category_id" text NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category_count_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "category_count_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"category_id" text NOT NULL,
	"delta" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"external_id" text NOT NULL,
	"status" text NOT NULL,
	"category_id" text NOT NULL,
	"titles" jsonb NOT NULL,
	"descriptions" jsonb NOT NULL,
	"brand" text,
	"gtin" text,
	"attributes" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"currency" text NOT NULL,
	"tax_category" text NOT NULL,
	"min_price_minor" bigint NOT NULL,
	"max_price_minor" bigint NOT NULL,
	"variant_count" integer NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_shop_external_id" UNIQUE("shop_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "variant" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"sku" text NOT NULL,
	"position" integer NOT NULL,
	"options" jsonb NOT NULL,
	"price_minor" bigint NOT NULL,
	"low_stock_threshold" integer,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "variant_product_sku" UNIQUE("product_id","sku"),
	CONSTRAINT "variant_price_positive" CHECK (price_minor > 0)
);
--> statement-breakpoint
CREATE TABLE "shop" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"low_stock_threshold" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reservation" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reservation_reference" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "reservation_line" (
	"reservation_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"location_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"held_until" timestamp with time zone,
	CONSTRAINT "reservation_line_reservation_id_variant_id_location_id_pk" PRIMARY KEY("reservation_id","variant_id","location_id")
);
--> statement-breakpoint
CREATE TABLE "restock" (
	"reference" text PRIMARY KEY NOT NULL,
	"lines" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock" (
	"variant_id" text NOT NULL,
	"location_id" text NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "stock_variant_id_location_id_pk" PRIMARY KEY("variant_id","location_id"),
	CONSTRAINT "stock_never_oversold" CHECK (reserved >= 0 and on_hand >= reserved)
);
--> statement-breakpoint
CREATE TABLE "stock_location" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_location_shop_name" UNIQUE("shop_id","name")
);
--> statement-breakpoint
ALTER TABLE "category" ADD CONSTRAINT "category_parent_id_category_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_alias" ADD CONSTRAINT "category_alias_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_attribute" ADD CONSTRAINT "category_attribute_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation_line" ADD CONSTRAINT "reservation_line_reservation_id_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_variant_id_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variant"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_location_id_stock_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."stock_location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_location" ADD CONSTRAINT "stock_location_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "category_parent" ON "category" USING btree ("parent_id","slug");--> statement-breakpoint
CREATE INDEX "category_path" ON "category" USING gist ("path" gist_ltree_ops(siglen=100));--> statement-breakpoint
CREATE INDEX "category_search" ON "category" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "category_alias_category" ON "category_alias" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "category_attribute_code" ON "category_attribute" USING btree ("code");--> statement-breakpoint
CREATE INDEX "category_audit_category" ON "category_audit" USING btree ("category_id","id");--> statement-breakpoint
CREATE INDEX "category_count_change_category" ON "category_count_change" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "product_shop_keyset" ON "product" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "product_shop_status_keyset" ON "product" USING btree ("shop_id","status","id");--> statement-breakpoint
CREATE INDEX "product_category_keyset" ON "product" USING btree ("category_id","id");--> statement-breakpoint
CREATE INDEX "product_category_active_keyset" ON "product" USING btree ("category_id","id") WHERE status = 'ACTIVE';--> statement-breakpoint
CREATE UNIQUE INDEX "variant_shop_sku" ON "variant" USING btree ("shop_id","sku") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "variant_product_position" ON "variant" USING btree ("product_id","position","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "reservation_held_until" ON "reservation" USING btree ("expires_at") WHERE state = 'HELD';--> statement-breakpoint
CREATE INDEX "reservation_line_held" ON "reservation_line" USING btree ("variant_id","held_until") WHERE held_until is not null;--> statement-breakpoint
CREATE INDEX "stock_location_idx" ON "stock" USING btree ("location_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_location_shop_default" ON "stock_location" USING btree ("shop_id") WHERE is_default;