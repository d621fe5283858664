CREATE TABLE "waiting_indexes" (
	"name" text PRIMARY KEY NOT NULL,
	"definition" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "schedules_mandate_down" ON "schedules" USING btree ("mandate_id" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "schedules_status_order" ON "schedules" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "schedules_method_order" ON "schedules" USING btree ("method","id");--> statement-breakpoint
CREATE INDEX "schedules_kind_order" ON "schedules" USING btree ("kind","id");