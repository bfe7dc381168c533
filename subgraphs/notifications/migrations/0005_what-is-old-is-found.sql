CREATE INDEX "notification_age" ON "notification" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "digest_age" ON "digest" USING brin ("opens_at");--> statement-breakpoint
CREATE INDEX "workflow_run_age" ON "workflow_run" USING brin ("created_at");