CREATE INDEX "schedules_next_down" ON "schedules" USING btree ("next_on" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "schedules_amount_down" ON "schedules" USING btree ("amount" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "schedules_reference_down" ON "schedules" USING btree ("reference" DESC NULLS LAST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "schedules_kind" ON "schedules" USING btree ("kind","status","method","frequency","collection_day");--> statement-breakpoint
CREATE INDEX "schedules_starts" ON "schedules" USING btree ("starts_on");--> statement-breakpoint
CREATE INDEX "schedules_ends" ON "schedules" USING btree ("ends_on");--> statement-breakpoint
CREATE INDEX "schedules_amounts" ON "schedules" USING gin ("amounts");--> statement-breakpoint
CREATE INDEX "schedules_differs" ON "schedules" USING btree ("next_on","id") WHERE differs;--> statement-breakpoint
CREATE INDEX "schedules_skipped" ON "schedules" USING btree ("next_on","id") WHERE skipped is not null;--> statement-breakpoint
CREATE INDEX "schedules_unclear" ON "schedules" USING btree ("id") WHERE unreadable <> '{}';