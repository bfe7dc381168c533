CREATE TABLE "receipt" (
	"step_id" text NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_step_id_status_pk" PRIMARY KEY("step_id","status")
);
--> statement-breakpoint
CREATE TABLE "template" (
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"published_id" text,
	"draft_subject" text,
	"draft_text" text,
	"draft_mjml" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"saved_by" text,
	"saved_at" timestamp with time zone,
	CONSTRAINT "template_kind_channel_locale_pk" PRIMARY KEY("kind","channel","locale")
);
--> statement-breakpoint
CREATE TABLE "template_version" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"locale" text NOT NULL,
	"number" integer NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"mjml" text,
	"html" text,
	"restored_from" integer,
	"published_by" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_version_number" UNIQUE("kind","channel","locale","number")
);
--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_step_id_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."step"("id") ON DELETE cascade ON UPDATE no action;