CREATE TABLE "contact_point" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"address_hash" text NOT NULL,
	"label" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"asked_at" timestamp with time zone,
	"wrong_codes" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preference" (
	"user_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"choices" jsonb NOT NULL,
	"time_zone" text,
	"quiet_from" integer,
	"quiet_to" integer,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"channel" text NOT NULL,
	"address_hash" text NOT NULL,
	"hint" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppression_channel_address_hash_pk" PRIMARY KEY("channel","address_hash")
);
--> statement-breakpoint
CREATE TABLE "budget" (
	"key" text PRIMARY KEY NOT NULL,
	"spent_at" timestamp with time zone[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digest" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	"workflow" text NOT NULL,
	"key" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"events" integer NOT NULL,
	CONSTRAINT "digest_window" UNIQUE("recipient_id","workflow","key","opens_at")
);
--> statement-breakpoint
CREATE TABLE "step" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"position" smallint NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"lane" smallint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claims" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "step_place" UNIQUE("run_id","position","type")
);
--> statement-breakpoint
CREATE TABLE "step_try" (
	"step_id" text NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	"provider_id" text,
	"next_try_at" timestamp with time zone,
	CONSTRAINT "step_try_step_id_number_pk" PRIMARY KEY("step_id","number")
);
--> statement-breakpoint
CREATE TABLE "workflow_run" (
	"id" text PRIMARY KEY NOT NULL,
	"workflow" text NOT NULL,
	"recipient_id" text NOT NULL,
	"category" text NOT NULL,
	"key" text,
	"params" jsonb NOT NULL,
	"subject_id" text,
	"event_id" text NOT NULL,
	"state" text NOT NULL,
	"digest_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workflow_run_event" UNIQUE("event_id","recipient_id","workflow")
);
--> statement-breakpoint
ALTER TABLE "step" ADD CONSTRAINT "step_run_id_workflow_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."workflow_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_try" ADD CONSTRAINT "step_try_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_point_user" ON "contact_point" USING btree ("user_id","channel");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_point_push" ON "contact_point" USING btree ("address_hash") WHERE channel = 'WEB_PUSH';--> statement-breakpoint
CREATE UNIQUE INDEX "contact_point_one" ON "contact_point" USING btree ("user_id","channel") WHERE channel <> 'WEB_PUSH';--> statement-breakpoint
CREATE INDEX "suppression_time" ON "suppression" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "digest_open" ON "digest" USING btree ("recipient_id","workflow","key") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "step_due" ON "step" USING btree ("lane","due_at") WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX "step_state" ON "step" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "step_try_provider" ON "step_try" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "workflow_run_key" ON "workflow_run" USING btree ("key","workflow") WHERE key is not null;--> statement-breakpoint
CREATE INDEX "workflow_run_recipient" ON "workflow_run" USING btree ("recipient_id","id");--> statement-breakpoint
CREATE INDEX "workflow_run_digest" ON "workflow_run" USING btree ("digest_id") WHERE digest_id is not null;