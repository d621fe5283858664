import 'server-only'
import { sql } from 'drizzle-orm'
import { isNight } from '@/lib/collections/snapshots'
import { rowsOf } from '../book/keep'
import { indexIsReady } from '../book/state'
import { circumstances } from '../clock'
import { env } from '../env'
import { log } from '../log'
import { snapshots } from '../store/snapshots-tables'
import { database } from '../store/store'
import { takeSnapshot } from './take'

// A snapshot each night of London's, by whichever process comes first: the others find it taken.

const EVERY_MS = 60_000

/** Takes this night's snapshot where it is night, the book has been read and none is there. Answers with its number, or null. */
export async function takeNightly(): Promise<number | null> {
  const { date, minutes } = circumstances().now
  if (!isNight(minutes) || !(await indexIsReady())) return null
  const taken = await rowsOf(await database(), sql`select 1 from ${snapshots} where night = ${date}`)
  return taken.length > 0 ? null : takeSnapshot({ night: date })
}

type Nightly = { timer: NodeJS.Timeout; look: Promise<void> | null }
type Held = typeof globalThis & { quarterdayNightly?: Nightly | undefined }
const held: Held = globalThis

/** Looks every minute for as long as this process lives, unless there is no index. What failed is tried again the next time. */
export function startNightly(): void {
  if (held.quarterdayNightly || env().INDEX === 'off') return
  const look = () => {
    nightly.look ??= takeNightly()
      .catch((error: unknown) => log('error', 'snapshot.nightly', {}, error))
      .then(() => {
        nightly.look = null
      })
  }
  const nightly: Nightly = { timer: setInterval(look, EVERY_MS), look: null }
  held.quarterdayNightly = nightly
  nightly.timer.unref()
  look()
}

/** No further look; one that is under way ends first. */
export async function stopNightly(): Promise<void> {
  const nightly = held.quarterdayNightly
  held.quarterdayNightly = undefined
  clearInterval(nightly?.timer)
  await nightly?.look
}
