DROP INDEX "product_image_due";--> statement-breakpoint
ALTER TABLE "product_image" ADD COLUMN "bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "product_image" ADD COLUMN "turn" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "product_image_turn" ON "product_image" USING btree ("state","turn","id") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "product_image_lane" ON "product_image" USING btree ("shop_id","bulk","turn") WHERE state = 'PROCESSING';