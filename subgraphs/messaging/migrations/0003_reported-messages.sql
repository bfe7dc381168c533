CREATE TABLE "reported_message" (
	"message_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"note" text,
	"blocked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reported_message" ADD CONSTRAINT "reported_message_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reported_message_state" ON "reported_message" USING btree ("state","opened_at","message_id");--> statement-breakpoint
CREATE INDEX "reported_message_order" ON "reported_message" USING btree ("opened_at","message_id");--> statement-breakpoint
INSERT INTO "reported_message" ("message_id", "state", "opened_at") SELECT "message_id", 'OPEN', min("created_at") FROM "message_report" GROUP BY "message_id";
