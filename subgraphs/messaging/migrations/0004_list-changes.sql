CREATE TABLE "list_change" (
	"conversation_id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "list_change" ADD CONSTRAINT "list_change_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_change_inbox" ON "list_change" USING btree ("shop_id","changed_at","conversation_id");--> statement-breakpoint
CREATE INDEX "list_change_buyer" ON "list_change" USING btree ("buyer_id","changed_at","conversation_id");