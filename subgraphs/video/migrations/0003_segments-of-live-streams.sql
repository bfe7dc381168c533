CREATE TABLE "live_segment" (
	"live_stream_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"file" text NOT NULL,
	"seconds" double precision NOT NULL,
	"connection" text NOT NULL,
	"on_air" boolean NOT NULL,
	CONSTRAINT "live_segment_live_stream_id_sequence_pk" PRIMARY KEY("live_stream_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "live_stream" ADD COLUMN "moderation" text;--> statement-breakpoint
ALTER TABLE "live_stream" ADD COLUMN "moderated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "live_stream" ADD COLUMN "assembly_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "live_segment" ADD CONSTRAINT "live_segment_live_stream_id_live_stream_id_fk" FOREIGN KEY ("live_stream_id") REFERENCES "public"."live_stream"("id") ON DELETE cascade ON UPDATE no action;