CREATE TABLE "cart" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text,
	"guest_key" text,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"destination" jsonb,
	"choices" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"group_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cart_line" (
	"id" text PRIMARY KEY NOT NULL,
	"cart_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"price_seen_minor" bigint NOT NULL,
	"currency" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_event" (
	"group_id" text NOT NULL,
	"group_version" integer NOT NULL,
	"order_id" text NOT NULL,
	"order_version" integer NOT NULL,
	"event" text NOT NULL,
	"status" text NOT NULL,
	"actor" text NOT NULL,
	"actor_ref" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_event_group_id_group_version_pk" PRIMARY KEY("group_id","group_version")
);
--> statement-breakpoint
CREATE TABLE "order_group" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"user_id" text,
	"guest_key" text,
	"contact_email" text,
	"cart_id" text,
	"phase" text NOT NULL,
	"currency" text NOT NULL,
	"terms" text NOT NULL,
	"delivery_address" jsonb NOT NULL,
	"goods_minor" bigint NOT NULL,
	"delivery_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"tax_added_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"action" jsonb,
	"failures" jsonb,
	"version" integer NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "order_group_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "order_line" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"product_id" text NOT NULL,
	"category_id" text NOT NULL,
	"title" text NOT NULL,
	"sku" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price_minor" bigint NOT NULL,
	"goods_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"tax_rate_basis_points" integer NOT NULL,
	"tax_included" boolean NOT NULL,
	"total_minor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shipment" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"shipped_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_order" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"number" text NOT NULL,
	"shop_id" text NOT NULL,
	"user_id" text,
	"guest_key" text,
	"status" text NOT NULL,
	"payment_status" text NOT NULL,
	"terms" text NOT NULL,
	"currency" text NOT NULL,
	"goods_minor" bigint NOT NULL,
	"delivery_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"tax_added_minor" bigint NOT NULL,
	"total_minor" bigint NOT NULL,
	"delivery" jsonb NOT NULL,
	"return_window_days" integer NOT NULL,
	"cancel_reason" text,
	"version" integer NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"complete_at" timestamp with time zone,
	CONSTRAINT "shop_order_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."cart"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_group_id_order_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."order_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_order_id_shop_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."shop_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_shop_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."shop_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_id_shop_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."shop_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_order" ADD CONSTRAINT "shop_order_group_id_order_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."order_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cart_in_use_of_user" ON "cart" USING btree ("user_id") WHERE status <> 'ORDERED' and user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "cart_in_use_of_guest" ON "cart" USING btree ("guest_key") WHERE status <> 'ORDERED' and guest_key is not null;--> statement-breakpoint
CREATE INDEX "cart_group" ON "cart" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cart_line_variant" ON "cart_line" USING btree ("cart_id","variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_event_order" ON "order_event" USING btree ("order_id","order_version");--> statement-breakpoint
CREATE INDEX "order_group_user" ON "order_group" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "order_group_guest" ON "order_group" USING btree ("guest_key");--> statement-breakpoint
CREATE INDEX "order_group_cart" ON "order_group" USING btree ("cart_id");--> statement-breakpoint
CREATE INDEX "order_line_order" ON "order_line" USING btree ("order_id","id");--> statement-breakpoint
CREATE INDEX "shipment_order" ON "shipment" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "shop_order_group" ON "shop_order" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "shop_order_shop" ON "shop_order" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "shop_order_shop_updated" ON "shop_order" USING btree ("shop_id","updated_at");--> statement-breakpoint
CREATE INDEX "shop_order_user" ON "shop_order" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "shop_order_completable" ON "shop_order" USING btree ("complete_at") WHERE status = 'DELIVERED' and payment_status = 'PAID';