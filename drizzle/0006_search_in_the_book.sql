-- Free search by parts of words. Where the extension cannot be made, the same search reads every row instead.
DO $$ BEGIN
	CREATE EXTENSION IF NOT EXISTS pg_trgm;
	CREATE INDEX "schedules_words" ON "schedules" USING gin ("words" gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
	RAISE NOTICE 'pg_trgm cannot be used: %', SQLERRM;
END $$;
