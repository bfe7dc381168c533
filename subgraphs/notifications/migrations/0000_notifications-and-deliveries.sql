CREATE TABLE "delivery" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"recipient_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "delivery_event" UNIQUE("event_id","recipient_id","kind")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"user_id" text PRIMARY KEY NOT NULL,
	"last_sequence" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"category" text NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"subject_id" text,
	"event_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notification_sequence" UNIQUE("user_id","sequence"),
	CONSTRAINT "notification_event" UNIQUE("event_id","user_id","kind")
);
--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "delivery_state_id" ON "delivery" USING btree ("state","id");