CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"state" text NOT NULL,
	"read" integer NOT NULL,
	"problem" jsonb,
	"name" text,
	"type" text,
	"file" "bytea",
	"started" timestamp with time zone NOT NULL,
	"beat" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "exports_started" ON "exports" USING btree ("started");