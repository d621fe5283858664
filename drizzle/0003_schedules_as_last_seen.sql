CREATE TABLE "schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"record" jsonb NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
