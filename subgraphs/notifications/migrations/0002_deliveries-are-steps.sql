-- A delivery becomes a run of one step; it keeps its id, which is the Message-ID of its mail.
INSERT INTO "workflow_run" ("id", "workflow", "recipient_id", "category", "params", "event_id", "state", "created_at")
SELECT 'wfr' || substr("id", 4), "kind", "recipient_id",
       CASE WHEN "kind" IN ('email-verification', 'password-reset') THEN 'SECURITY'
            WHEN "kind" IN ('order-paid', 'payment-failed', 'payment-refunded') THEN 'PAYMENTS' ELSE 'PURCHASES' END,
       "params", "event_id", 'STARTED', "created_at"
FROM "delivery";--> statement-breakpoint
INSERT INTO "step" ("id", "run_id", "position", "type", "state", "lane", "attempts", "due_at", "last_error", "created_at", "settled_at")
SELECT "id", 'wfr' || substr("id", 4), 0, 'EMAIL', "state", 1, "attempts", "due_at", "last_error", "created_at", "sent_at"
FROM "delivery";--> statement-breakpoint
DROP TABLE "delivery" CASCADE;
