// Everything the sandbox holds, in memory: the records, its time, its switches, its faults, what it was asked.
import type { Answer } from './answer'
import { Clock } from './clock'
import type { Fault } from './faults'
import { Log } from './log'
import { defaultSwitches, type Switches } from './switches'
import type { Wire } from './wire'

export type StoredSchedule = {
  wire: Wire
  /** The list can be filtered and sorted by it; the record itself does not hold it. */
  customerId: string
  existingCard: boolean
  /** A documented sample: time does not touch it. */
  standsStill: boolean
  /** Its list was replaced by a PUT, and not regenerated since. */
  handEdited: boolean
  /** What reads still get to see after a write, and for how long. */
  behind: { wire: Wire | null; reads: number; until: number } | null
}

export type Payment = Wire & { id: string; amount: string; collection_date: string; recurrence_schedule: string }
/** `body`: of the request; `at`: UTC milliseconds of the sandbox's clock. */
export type StoredAnswer = { answer: Answer; body: string; at: number }

export class Book {
  schedules = new Map<string, StoredSchedule>()
  mandates = new Map<string, Wire>()
  customers = new Map<string, Wire>()
  bankAccounts = new Map<string, Wire>()
  cards = new Map<string, Wire>()
  payments = new Map<string, Payment>()
  /** By endpoint and Idempotency-Key. */
  answers = new Map<string, StoredAnswer>()
  faults: Fault[] = []
  switches: Switches = defaultSwitches()
  readonly log = new Log()
  clock: Clock
  #made = 0

  readonly #startsOn: string | undefined

  /** `today`: 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM', London; the machine's own time without. */
  constructor(today?: string) {
    this.#startsOn = today
    this.clock = new Clock(today)
  }

  /** As at the start, before anything was seeded; only the log goes on. */
  empty(today = this.#startsOn): void {
    this.clock = new Clock(today)
    for (const records of [this.schedules, this.mandates, this.customers, this.bankAccounts, this.cards, this.payments])
      records.clear()
    this.answers.clear()
    this.faults = []
    this.switches = defaultSwitches()
  }

  /** A new id in the newer form: the prefix of its kind and sixteen letters and digits. */
  newId(prefix: string): string {
    this.#made += 1
    let mixed = (Math.imul(this.#made, 2654435761) >>> 0) * 1_000_003 + this.#made
    let tail = ''
    while (tail.length < 16) {
      tail = (mixed % 36).toString(36).toUpperCase() + tail
      mixed = mixed >= 36 ? Math.floor(mixed / 36) : this.#made * 7919 + tail.length * 104_729
    }
    return prefix + tail
  }

  now(): { day: ReturnType<Clock['today']>; minutes: number } {
    return { day: this.clock.today(), minutes: this.clock.minutes() }
  }

  /** The newer id that a record with a legacy one also goes by. */
  newerId(id: string): string {
    if (!id.startsWith('FTBRS')) return id
    let sum = 7
    for (const letter of id) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0
    return `RS01${sum.toString(36).toUpperCase().padStart(8, 'Q')}${id.slice(-8)}`
  }

  scheduleBy(id: string): StoredSchedule | undefined {
    const found = this.schedules.get(id)
    if (found || !id.startsWith('RS01') || this.switches.legacyIds === 'as-asked') return found
    const legacy = `FTBRS${id.slice(-8)}`
    return this.newerId(legacy) === id ? this.schedules.get(legacy) : undefined
  }

  paymentsOf(scheduleId: string): Payment[] {
    return [...this.payments.values()].filter((payment) => payment.recurrence_schedule === scheduleId)
  }

  /** The record as a read may see it: as it was, while reads are behind writes. Null: not there yet. */
  seen(stored: StoredSchedule): Wire | null {
    const { behind } = stored
    if (!behind) return stored.wire
    if (behind.reads > 0) behind.reads -= 1
    else if (Date.now() >= behind.until) {
      stored.behind = null
      return stored.wire
    }
    return behind.wire
  }
}
