CREATE TABLE "views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"opens" boolean NOT NULL,
	"params" text NOT NULL,
	"columns" text,
	"changed" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "views_person" ON "views" USING btree ("person");--> statement-breakpoint
CREATE INDEX "views_shared" ON "views" USING btree ("shared");