ALTER TABLE "snapshots" ADD COLUMN "today" date;--> statement-breakpoint
UPDATE "snapshots" SET "today" = ("at" at time zone 'Europe/London')::date;--> statement-breakpoint
ALTER TABLE "snapshots" ALTER COLUMN "today" SET NOT NULL;
