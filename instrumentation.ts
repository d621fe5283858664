/** Runs once as the server starts: a bad setting or a store that is taken stops the start with one sentence. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('@/lib/server/start')
  await start()
}
