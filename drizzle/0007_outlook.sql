CREATE TABLE "outlooks" (
	"schedule" text PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"mandate_id" text,
	"made_under" text NOT NULL,
	"projection" text NOT NULL,
	"excluded" text
);
--> statement-breakpoint
CREATE TABLE "payments_at_risk" (
	"schedule" text NOT NULL,
	"place" integer NOT NULL,
	"due" date NOT NULL,
	"amount" integer NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"risk" text NOT NULL,
	CONSTRAINT "payments_at_risk_schedule_place_pk" PRIMARY KEY("schedule","place")
);
--> statement-breakpoint
CREATE TABLE "projected_payments" (
	"schedule" text NOT NULL,
	"place" integer NOT NULL,
	"due" date NOT NULL,
	"amount" integer NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "projected_payments_schedule_place_pk" PRIMARY KEY("schedule","place")
);
--> statement-breakpoint
CREATE TABLE "projected_totals" (
	"due" date NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"total" bigint NOT NULL,
	CONSTRAINT "projected_totals_due_method_kind_pk" PRIMARY KEY("due","method","kind")
);
--> statement-breakpoint
CREATE TABLE "watch_items" (
	"schedule" text NOT NULL,
	"kind" text NOT NULL,
	"due" date,
	"amount" bigint,
	"detail" jsonb NOT NULL,
	CONSTRAINT "watch_items_schedule_kind_pk" PRIMARY KEY("schedule","kind")
);
--> statement-breakpoint
CREATE INDEX "outlooks_mandate" ON "outlooks" USING btree ("mandate_id");--> statement-breakpoint
CREATE INDEX "outlooks_excluded" ON "outlooks" USING btree ("schedule") WHERE excluded is not null;--> statement-breakpoint
CREATE INDEX "payments_at_risk_due" ON "payments_at_risk" USING btree ("due");--> statement-breakpoint
CREATE INDEX "projected_payments_due" ON "projected_payments" USING btree ("due","schedule");--> statement-breakpoint
CREATE INDEX "watch_items_kind" ON "watch_items" USING btree ("kind","due");