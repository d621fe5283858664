CREATE TABLE "collection_totals" (
	"due" date NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"count" integer NOT NULL,
	"total" bigint NOT NULL,
	"skipped" integer NOT NULL,
	CONSTRAINT "collection_totals_due_method_kind_status_pk" PRIMARY KEY("due","method","kind","status")
);
--> statement-breakpoint
CREATE TABLE "sync_state" (
	"name" text PRIMARY KEY NOT NULL,
	"owner" text,
	"fence" bigint DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"wanted_at" timestamp with time zone,
	"pass_began" timestamp with time zone,
	"pass_read" integer DEFAULT 0 NOT NULL,
	"complete_began" timestamp with time zone,
	"complete_ended" timestamp with time zone,
	"complete_rows" integer,
	"complete_passes" integer DEFAULT 0 NOT NULL,
	"last_end" text,
	"last_ended" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "upcoming_payments" (
	"schedule" text NOT NULL,
	"place" integer NOT NULL,
	"due" date NOT NULL,
	"amount" integer NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "upcoming_payments_schedule_place_pk" PRIMARY KEY("schedule","place")
);
--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "other_id" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "mark" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "absent" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "readable" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "status" text DEFAULT 'unrecognised' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "kind" text DEFAULT 'unrecognised' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "method" text DEFAULT 'unrecognised' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "amount" integer;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "amounts" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "frequency" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "collection_day" smallint;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "next_on" date;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "ends_on" date;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "auddis" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "mandate_id" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "card_id" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "differs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "skipped" text;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "unreadable" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "schedules" ADD COLUMN "words" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "upcoming_payments_due" ON "upcoming_payments" USING btree ("due","schedule");--> statement-breakpoint
CREATE INDEX "schedules_other_id" ON "schedules" USING btree ("other_id") WHERE other_id is not null;--> statement-breakpoint
CREATE INDEX "schedules_created" ON "schedules" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "schedules_next" ON "schedules" USING btree ("next_on","id");--> statement-breakpoint
CREATE INDEX "schedules_amount" ON "schedules" USING btree ("amount","id");--> statement-breakpoint
CREATE INDEX "schedules_reference" ON "schedules" USING btree ("reference","id");--> statement-breakpoint
CREATE INDEX "schedules_mandate" ON "schedules" USING btree ("mandate_id");