CREATE TABLE "deleted_image" (
	"id" text PRIMARY KEY NOT NULL,
	"original_key" text,
	"sha256" text,
	"deleted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product_image" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"shop_id" text NOT NULL,
	"position" integer NOT NULL,
	"alt" text NOT NULL,
	"state" text NOT NULL,
	"failure_code" text,
	"failure_message" text,
	"upload_id" text NOT NULL,
	"original_key" text NOT NULL,
	"sha256" text,
	"image" jsonb,
	"due_at" timestamp with time zone,
	"tries" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_image_upload" UNIQUE("upload_id"),
	CONSTRAINT "product_image_ready_has_image" CHECK (state <> 'READY' or image is not null),
	CONSTRAINT "product_image_failed_says_why" CHECK ((state = 'FAILED') = (failure_code is not null))
);
--> statement-breakpoint
ALTER TABLE "product_image" ADD CONSTRAINT "product_image_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_image_order" ON "product_image" USING btree ("product_id","position","id");--> statement-breakpoint
CREATE INDEX "product_image_hash" ON "product_image" USING btree ("sha256") WHERE sha256 is not null;--> statement-breakpoint
CREATE INDEX "product_image_due" ON "product_image" USING btree ("due_at") WHERE due_at is not null;