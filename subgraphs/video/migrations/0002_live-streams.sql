CREATE TABLE "live_stream" (
	"id" text PRIMARY KEY NOT NULL,
	"shop_id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"key_hash" text NOT NULL,
	"object_token" text NOT NULL,
	"recording_visibility" text NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"reconnect_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	"video_id" text,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "live_stream_key" ON "live_stream" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "live_stream_shop" ON "live_stream" USING btree ("shop_id","id");--> statement-breakpoint
CREATE INDEX "live_stream_video" ON "live_stream" USING btree ("video_id");--> statement-breakpoint
CREATE INDEX "live_stream_running" ON "live_stream" USING btree ("heartbeat_at") WHERE state in ('CONNECTED', 'LIVE');--> statement-breakpoint
CREATE INDEX "live_stream_uncleared" ON "live_stream" USING btree ("ended_at") WHERE state = 'ENDED' and cleared_at is null;