DROP INDEX IF EXISTS "schedules_next_down";--> statement-breakpoint
DELETE FROM "waiting_indexes" WHERE "name" = 'schedules_next_down';--> statement-breakpoint
DROP INDEX "schedules_differs";--> statement-breakpoint
DROP INDEX "schedules_skipped";--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "due_on" date;--> statement-breakpoint
UPDATE "schedules" SET "due_on" = "due"::date FROM (
	SELECT "schedule", CASE jsonb_typeof("record"->'upcoming')
		WHEN 'array' THEN (
			SELECT min("payment"->>'date') FROM jsonb_array_elements("record"->'upcoming') AS "payment"
			WHERE ("payment"->>'amount')::bigint > 0
		)
		ELSE "record"->>'nextCollectionDate'
	END AS "due" FROM "schedule_records"
) AS "shown"
WHERE "schedule" = "id" AND "readable" AND "status" = 'active' AND "due" ~ '^(1[6-9]|[2-9][0-9])[0-9][0-9]-';--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "schedules_due_down" ON "schedules" USING btree ("due_on" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "schedules_differs" ON "schedules" USING btree ("due_on","id") WHERE differs;--> statement-breakpoint
CREATE INDEX "schedules_skipped" ON "schedules" USING btree ("due_on","id") WHERE skipped is not null;
