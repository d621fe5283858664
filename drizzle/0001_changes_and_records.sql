CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"schedule" text,
	"lease_on" text NOT NULL,
	"body_hash" text NOT NULL,
	"wanted" jsonb NOT NULL,
	"basis" text,
	"before" jsonb,
	"alike" jsonb,
	"after" jsonb,
	"differences" jsonb,
	"state" text NOT NULL,
	"sent" boolean NOT NULL,
	"upstream_key" text NOT NULL,
	"upstream_count" integer DEFAULT 1 NOT NULL,
	"key_from" timestamp with time zone NOT NULL,
	"owner" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"proven" boolean DEFAULT false NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	"refusal" text,
	"reason" text,
	"note" text,
	"agreed" boolean,
	"again_of" uuid,
	"answer" jsonb
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"person" text NOT NULL,
	"schedule" text NOT NULL,
	"key" uuid,
	"basis" text,
	"work" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "drafts_person_schedule_pk" PRIMARY KEY("person","schedule")
);
--> statement-breakpoint
CREATE TABLE "instances" (
	"id" text PRIMARY KEY NOT NULL,
	"started" timestamp with time zone NOT NULL,
	"beat" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"lease_on" text PRIMARY KEY NOT NULL,
	"change" uuid NOT NULL,
	"owner" text NOT NULL,
	"fence" bigserial NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person" text,
	"role" text,
	"source" text NOT NULL,
	"action" text NOT NULL,
	"schedule" text,
	"change" text,
	"phase" text,
	"reason" text,
	"note" text,
	"before" jsonb,
	"after" jsonb,
	"ref" text,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "changes_schedule" ON "changes" USING btree ("schedule","at");--> statement-breakpoint
CREATE INDEX "changes_person" ON "changes" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "changes_open" ON "changes" USING btree ("state") WHERE state in ('attempted', 'unknown', 'needs-attention');--> statement-breakpoint
CREATE INDEX "drafts_saved" ON "drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "audit_log_schedule" ON "audit_log" USING btree ("schedule","seq");--> statement-breakpoint
CREATE INDEX "audit_log_person" ON "audit_log" USING btree ("person","seq");--> statement-breakpoint
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");