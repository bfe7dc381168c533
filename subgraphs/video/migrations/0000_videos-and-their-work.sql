CREATE TABLE "landing" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"slug" text NOT NULL,
	"locale" text NOT NULL,
	"draft" jsonb NOT NULL,
	"published_version" integer,
	"published_at" timestamp with time zone,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "landing_image" (
	"id" text PRIMARY KEY NOT NULL,
	"landing_id" text NOT NULL,
	"alt" text NOT NULL,
	"original_key" text NOT NULL,
	"state" text NOT NULL,
	"image" jsonb,
	"failure_code" text,
	"attempts" integer NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "landing_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"landing_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "landing_version" (
	"landing_id" text NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "landing_version_landing_id_number_pk" PRIMARY KEY("landing_id","number")
);
--> statement-breakpoint
CREATE TABLE "caption" (
	"video_id" text NOT NULL,
	"language" text NOT NULL,
	"label" text NOT NULL,
	"file" text NOT NULL,
	CONSTRAINT "caption_video_id_language_pk" PRIMARY KEY("video_id","language")
);
--> statement-breakpoint
CREATE TABLE "product_tag" (
	"id" text PRIMARY KEY NOT NULL,
	"video_id" text NOT NULL,
	"product_id" text NOT NULL,
	"variant_id" text,
	"start_seconds" double precision NOT NULL,
	"end_seconds" double precision NOT NULL,
	"x" double precision,
	"y" double precision
);
--> statement-breakpoint
CREATE TABLE "rendition" (
	"id" text PRIMARY KEY NOT NULL,
	"video_id" text NOT NULL,
	"name" text NOT NULL,
	"width" integer,
	"height" integer,
	"bandwidth" integer NOT NULL,
	"codecs" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thumbnail" (
	"id" text PRIMARY KEY NOT NULL,
	"video_id" text NOT NULL,
	"at_seconds" double precision NOT NULL,
	"position" integer,
	"image" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "playback_batch" (
	"video_id" text NOT NULL,
	"session_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"viewer" text,
	"startup_ms" integer,
	"watched" jsonb NOT NULL,
	"rebuffer_count" integer NOT NULL,
	"rebuffer_ms" integer NOT NULL,
	"rendition" text,
	"exit_at_seconds" double precision,
	"error_code" text,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "playback_batch_video_id_session_id_sequence_pk" PRIMARY KEY("video_id","session_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "video" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"visibility" text NOT NULL,
	"moderation" text NOT NULL,
	"moderated_at" timestamp with time zone,
	"failure_code" text,
	"failure_message" text,
	"upload_id" text,
	"upload_actor" text,
	"original_key" text,
	"original_bytes" bigint,
	"facts" jsonb,
	"plan" jsonb,
	"object_token" text NOT NULL,
	"stored_in" text NOT NULL,
	"poster_id" text,
	"storyboard_interval_seconds" double precision,
	"has_preview" boolean DEFAULT false NOT NULL,
	"percent" integer DEFAULT 0 NOT NULL,
	"wake_at" timestamp with time zone,
	"wakes" integer DEFAULT 0 NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"playable_at" timestamp with time zone,
	"ready_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "discarded" (
	"id" text PRIMARY KEY NOT NULL,
	"bucket" text NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"last_due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "video_step" (
	"video_id" text NOT NULL,
	"stage" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease_token" text,
	"lease_until" timestamp with time zone,
	"result" jsonb,
	"log" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "video_step_video_id_stage_pk" PRIMARY KEY("video_id","stage")
);
--> statement-breakpoint
ALTER TABLE "landing_image" ADD CONSTRAINT "landing_image_landing_id_landing_id_fk" FOREIGN KEY ("landing_id") REFERENCES "public"."landing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landing_slug" ADD CONSTRAINT "landing_slug_landing_id_landing_id_fk" FOREIGN KEY ("landing_id") REFERENCES "public"."landing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "landing_version" ADD CONSTRAINT "landing_version_landing_id_landing_id_fk" FOREIGN KEY ("landing_id") REFERENCES "public"."landing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "caption" ADD CONSTRAINT "caption_video_id_video_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."video"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_tag" ADD CONSTRAINT "product_tag_video_id_video_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."video"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rendition" ADD CONSTRAINT "rendition_video_id_video_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."video"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thumbnail" ADD CONSTRAINT "thumbnail_video_id_video_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."video"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "video_step" ADD CONSTRAINT "video_step_video_id_video_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."video"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "landing_of_shop" ON "landing" USING btree ("shop_id","id" collate "C");--> statement-breakpoint
CREATE INDEX "landing_image_of_landing" ON "landing_image" USING btree ("landing_id");--> statement-breakpoint
CREATE INDEX "landing_image_due" ON "landing_image" USING btree ("due_at") WHERE "landing_image"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "landing_slug_of_landing" ON "landing_slug" USING btree ("landing_id");--> statement-breakpoint
CREATE INDEX "product_tag_video" ON "product_tag" USING btree ("video_id","start_seconds","id");--> statement-breakpoint
CREATE INDEX "product_tag_product" ON "product_tag" USING btree ("product_id","video_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rendition_name" ON "rendition" USING btree ("video_id","name");--> statement-breakpoint
CREATE INDEX "thumbnail_video" ON "thumbnail" USING btree ("video_id","position");--> statement-breakpoint
CREATE INDEX "thumbnail_unmade" ON "thumbnail" USING btree ("created_at") WHERE image is null;--> statement-breakpoint
CREATE INDEX "playback_batch_received" ON "playback_batch" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "video_shop" ON "video" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "video_wake" ON "video" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "video_misplaced" ON "video" USING btree ("id") WHERE state in ('READY', 'FAILED') and stored_in <> case when visibility = 'PUBLIC' and moderation = 'APPROVED' then 'public' else 'private' end;--> statement-breakpoint
CREATE INDEX "video_waiting" ON "video" USING btree ("created_at") WHERE state = 'AWAITING_UPLOAD';--> statement-breakpoint
CREATE INDEX "discarded_due" ON "discarded" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "video_step_failed" ON "video_step" USING btree ("ended_at") WHERE state = 'FAILED';