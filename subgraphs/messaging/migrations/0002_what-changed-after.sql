ALTER TABLE "message" ADD COLUMN "edit" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "message_edit" ON "message" USING btree ("conversation_id","edit") WHERE edit > 0;