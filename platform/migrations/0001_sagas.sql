CREATE TABLE "kit"."saga_instance" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"step" text,
	"version" integer DEFAULT 1 NOT NULL,
	"data" jsonb NOT NULL,
	"failure" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"signals" integer DEFAULT 0 NOT NULL,
	"next_run_at" timestamp with time zone,
	"deadline_at" timestamp with time zone,
	"lease_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "kit"."saga_intervention" (
	"id" text PRIMARY KEY NOT NULL,
	"instance_id" text NOT NULL,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"state_before" text NOT NULL,
	"step_before" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kit"."saga_journal" (
	"instance_id" text NOT NULL,
	"step" text NOT NULL,
	"direction" text NOT NULL,
	"outcome" text NOT NULL,
	"result" jsonb,
	"tries" integer DEFAULT 1 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "saga_journal_instance_id_step_direction_pk" PRIMARY KEY("instance_id","step","direction")
);
--> statement-breakpoint
ALTER TABLE "kit"."saga_intervention" ADD CONSTRAINT "saga_intervention_instance_id_saga_instance_id_fk" FOREIGN KEY ("instance_id") REFERENCES "kit"."saga_instance"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit"."saga_journal" ADD CONSTRAINT "saga_journal_instance_id_saga_instance_id_fk" FOREIGN KEY ("instance_id") REFERENCES "kit"."saga_instance"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saga_instance_subject" ON "kit"."saga_instance" USING btree ("name","subject");--> statement-breakpoint
CREATE INDEX "saga_instance_due" ON "kit"."saga_instance" USING btree ("next_run_at") WHERE next_run_at is not null;--> statement-breakpoint
CREATE INDEX "saga_instance_stuck" ON "kit"."saga_instance" USING btree ("id") WHERE state = 'STUCK';--> statement-breakpoint
CREATE INDEX "saga_intervention_instance" ON "kit"."saga_intervention" USING btree ("instance_id");