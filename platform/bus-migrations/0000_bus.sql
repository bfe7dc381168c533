CREATE TABLE "delivery" (
	"consumer" text NOT NULL,
	"position" bigint NOT NULL,
	"aggregate_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease" text,
	"last_error" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "delivery_consumer_position_pk" PRIMARY KEY("consumer","position")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"aggregate_id" text NOT NULL,
	"aggregate_version" bigint NOT NULL,
	"payload" jsonb NOT NULL,
	"traceparent" text,
	"occurred_at" timestamp with time zone NOT NULL,
	"appended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_event_id" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "intervention" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "intervention_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"action" text NOT NULL,
	"consumer" text NOT NULL,
	"event_id" text,
	"operator" text NOT NULL,
	"reason" text,
	"happened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"consumer" text PRIMARY KEY NOT NULL,
	"context" text NOT NULL,
	"event_name" text NOT NULL,
	"registered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "delivery_open" ON "delivery" USING btree ("consumer","position") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("consumer","due_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "delivery_parked" ON "delivery" USING btree ("consumer","aggregate_id") WHERE state = 'parked';--> statement-breakpoint
CREATE INDEX "delivery_position" ON "delivery" USING btree ("position");--> statement-breakpoint
CREATE INDEX "event_name" ON "event" USING btree ("name","position");--> statement-breakpoint
CREATE INDEX "event_appended_at" ON "event" USING btree ("appended_at");--> statement-breakpoint
CREATE INDEX "subscription_event_name" ON "subscription" USING btree ("event_name");--> statement-breakpoint
ALTER TABLE "delivery" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000);
