import 'server-only'
import { startSync, stopSync } from './book/sync'
import { startRecovery } from './changes/recover'
import { watchConnections } from './connection'
import { env } from './env'
import { addDemoPeople } from './local-sign-in'
import { startOutlook, stopOutlook } from './outlook/keep-up'
import { startNightly, stopNightly } from './snapshots/nightly'
import { closeStore, store } from './store/store'

/** Settings, store and people, before the first request. What cannot be is said in one sentence, and the process ends. */
export async function start(): Promise<void> {
  try {
    const settings = env()
    watchConnections()
    await store()
    if (settings.LOCAL_ACCOUNTS === 'demo') await addDemoPeople()
    startRecovery()
    startSync()
    startOutlook()
    startNightly()
  } catch (error) {
    process.stderr.write(`Quarterday does not start. ${error instanceof Error ? error.message : 'Nobody knows why.'}\n`)
    process.exit(1)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

/** The store last: what works on it has ended by then. */
const stop = () => Promise.all([stopSync(), stopOutlook(), stopNightly()]).then(closeStore)
