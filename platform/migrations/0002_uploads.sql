CREATE TABLE "kit"."upload" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"actor_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"accepts" text[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "upload_abandoned" ON "kit"."upload" USING btree ("expires_at") WHERE claimed_at is null;--> statement-breakpoint
CREATE INDEX "upload_claimed" ON "kit"."upload" USING btree ("claimed_at") WHERE claimed_at is not null;