CREATE TABLE "conversation" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"subject" text NOT NULL,
	"product_id" text,
	"order_id" text,
	"last_sequence" integer DEFAULT 0 NOT NULL,
	"last_buyer_sequence" integer DEFAULT 0 NOT NULL,
	"last_shop_sequence" integer DEFAULT 0 NOT NULL,
	"edits" integer DEFAULT 0 NOT NULL,
	"buyer_read" integer DEFAULT 0 NOT NULL,
	"buyer_delivered" integer DEFAULT 0 NOT NULL,
	"shop_read" integer DEFAULT 0 NOT NULL,
	"shop_delivered" integer DEFAULT 0 NOT NULL,
	"blocked_by_buyer_at" timestamp with time zone,
	"blocked_by_shop_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"active_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"sequence" integer,
	"status" text NOT NULL,
	"side" text NOT NULL,
	"author_id" text NOT NULL,
	"client_message_id" text NOT NULL,
	"input_hash" text NOT NULL,
	"text" text NOT NULL,
	"fingerprint" text DEFAULT '' NOT NULL,
	"card_type" text,
	"card_id" text,
	"attachment_count" integer DEFAULT 0 NOT NULL,
	"reasons" jsonb,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "message_number" CHECK ((status = 'SENT') = (sequence is not null))
);
--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_conversation_id_conversation_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_subject" ON "conversation" USING btree ("buyer_id","shop_id","subject");--> statement-breakpoint
CREATE INDEX "conversation_inbox" ON "conversation" USING btree ("shop_id","active_at","id") WHERE last_sequence > 0;--> statement-breakpoint
CREATE INDEX "conversation_buyer" ON "conversation" USING btree ("buyer_id","active_at","id") WHERE last_sequence > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "message_sequence" ON "message" USING btree ("conversation_id","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "message_client_id" ON "message" USING btree ("author_id","conversation_id","client_message_id");--> statement-breakpoint
CREATE INDEX "message_fingerprint" ON "message" USING btree ("author_id","fingerprint","created_at") WHERE fingerprint <> '';--> statement-breakpoint
CREATE INDEX "message_words" ON "message" USING gin (to_tsvector('russian', text));--> statement-breakpoint
CREATE INDEX "message_held" ON "message" USING btree ("conversation_id","author_id") WHERE status <> 'SENT';