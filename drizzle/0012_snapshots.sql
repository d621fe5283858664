CREATE TABLE "snapshot_schedules" (
	"schedule" text NOT NULL,
	"since" integer NOT NULL,
	"until" integer,
	"mark" text NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"excluded" text,
	"days" date[] NOT NULL,
	"amounts" integer[] NOT NULL,
	CONSTRAINT "snapshot_schedules_schedule_since_pk" PRIMARY KEY("schedule","since")
);
--> statement-breakpoint
CREATE TABLE "snapshot_totals" (
	"snapshot" integer NOT NULL,
	"due" date NOT NULL,
	"method" text NOT NULL,
	"kind" text NOT NULL,
	"total" bigint NOT NULL,
	"projected" bigint NOT NULL,
	CONSTRAINT "snapshot_totals_snapshot_due_method_kind_pk" PRIMARY KEY("snapshot","due","method","kind")
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "snapshots_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"night" date,
	"person" text,
	"as_of" timestamp with time zone NOT NULL,
	"seq" bigint NOT NULL,
	"excluded" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "snapshot_schedules_open" ON "snapshot_schedules" USING btree ("schedule") WHERE until is null;--> statement-breakpoint
CREATE INDEX "snapshot_schedules_until" ON "snapshot_schedules" USING btree ("until") WHERE until is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_night" ON "snapshots" USING btree ("night") WHERE night is not null;