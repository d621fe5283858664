INSERT INTO "schedule_records" ("schedule", "record") SELECT "id", "record" FROM "schedules";
--> statement-breakpoint
UPDATE "schedules" SET "starts_on" = coalesce("record"->>'firstCollectionDate', "record"->>'startDate')::date
WHERE coalesce("record"->>'firstCollectionDate', "record"->>'startDate') ~ '^(1[6-9]|[2-9][0-9])[0-9][0-9]-';
--> statement-breakpoint
ALTER TABLE "schedules" DROP COLUMN "record";
--> statement-breakpoint
-- Writes every row anew, so that what the column held is given back.
ALTER TABLE "schedules" ALTER COLUMN "absent" TYPE smallint USING (absent + 0)::smallint;
