CREATE TABLE "schedule_records" (
	"schedule" text PRIMARY KEY NOT NULL,
	"record" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "projected_payments_due";--> statement-breakpoint
DROP INDEX "upcoming_payments_due";--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "starts_on" date;--> statement-breakpoint
CREATE INDEX "projected_payments_due" ON "projected_payments" USING btree ("due");--> statement-breakpoint
CREATE INDEX "upcoming_payments_due" ON "upcoming_payments" USING btree ("due");