CREATE TABLE "discarded_object" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"last_due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"position" integer NOT NULL,
	"upload_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"original_key" text,
	"width" integer,
	"height" integer,
	"thumbhash" text,
	"dominant_color" text,
	"failure_code" text,
	"failure_message" text,
	"due_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_attachment_upload" UNIQUE("upload_id")
);
--> statement-breakpoint
CREATE TABLE "message_report" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"reported_by" text NOT NULL,
	"reason" text NOT NULL,
	"comment" text NOT NULL,
	"text_then" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_report_once" UNIQUE("message_id","reported_by")
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "moderated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "moderation_note" text;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "taken_down_text" text;--> statement-breakpoint
ALTER TABLE "message_attachment" ADD CONSTRAINT "message_attachment_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_report" ADD CONSTRAINT "message_report_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "discarded_object_due" ON "discarded_object" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "message_attachment_order" ON "message_attachment" USING btree ("message_id","position");--> statement-breakpoint
CREATE INDEX "message_attachment_due" ON "message_attachment" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "message_report_order" ON "message_report" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "message_to_decide" ON "message" USING btree ("created_at","id") WHERE status = 'HELD' and deleted_at is null;