DROP INDEX "suppression_time";--> statement-breakpoint
DROP INDEX "workflow_run_digest";--> statement-breakpoint
ALTER TABLE "step" ADD COLUMN "lost" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "step" ADD COLUMN "held" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("user_id","sequence") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "suppression_channel" ON "suppression" USING btree ("channel","created_at","address_hash");--> statement-breakpoint
CREATE INDEX "step_type" ON "step" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "workflow_run_subject" ON "workflow_run" USING btree ("subject_id","id") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "workflow_run_kind" ON "workflow_run" USING btree ("workflow","id");--> statement-breakpoint
CREATE INDEX "suppression_time" ON "suppression" USING btree ("created_at","address_hash");--> statement-breakpoint
CREATE INDEX "workflow_run_digest" ON "workflow_run" USING btree ("digest_id","id") WHERE digest_id is not null;