CREATE TABLE "api_client" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"key_hash" text NOT NULL,
	"key_prefix" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "delivery_method" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"names" jsonb NOT NULL,
	"active" boolean NOT NULL,
	"payment_on_delivery" boolean NOT NULL,
	"position" integer NOT NULL,
	"zones" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"descriptions" jsonb NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"return_window_days" integer NOT NULL,
	"low_stock_threshold" integer NOT NULL,
	"accepts_orders" boolean NOT NULL,
	"cancellation_window_minutes" integer NOT NULL,
	"commission_basis_points" integer,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shop_sales_day" (
	"shop_id" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"order_count" integer NOT NULL,
	"revenue_minor" bigint NOT NULL,
	CONSTRAINT "shop_sales_day_shop_id_day_currency_pk" PRIMARY KEY("shop_id","day","currency")
);
--> statement-breakpoint
CREATE TABLE "shop_staff" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"user_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"granted_role" text,
	"leaving" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_client" ADD CONSTRAINT "api_client_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_method" ADD CONSTRAINT "delivery_method_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_sales_day" ADD CONSTRAINT "shop_sales_day_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_staff" ADD CONSTRAINT "shop_staff_shop_id_shop_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shop"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_client_key_hash" ON "api_client" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_client_shop" ON "api_client" USING btree ("shop_id");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_method_code" ON "delivery_method" USING btree ("shop_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "shop_slug" ON "shop" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "shop_open_by_id" ON "shop" USING btree ("id" collate "C") WHERE "shop"."status" = 'ACTIVE';--> statement-breakpoint
CREATE UNIQUE INDEX "shop_staff_person" ON "shop_staff" USING btree ("shop_id","user_id");--> statement-breakpoint
CREATE INDEX "shop_staff_user" ON "shop_staff" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "shop_staff_unsettled" ON "shop_staff" USING btree ("id") WHERE "shop_staff"."leaving" or "shop_staff"."granted_role" is distinct from "shop_staff"."role";