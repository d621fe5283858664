// The sandbox's control address, as the tests use it: plant records, order faults, ask what it was asked.

/** A record as SmarterPay spells it. */
export type Wire = Record<string, unknown>
export type Planted = {
  schedules?: Wire[]
  mandates?: Wire[]
  customers?: Wire[]
  bank_accounts?: Wire[]
  cards?: Wire[]
  payments?: Wire[]
}
export type Fault = {
  match: { method?: string; path?: string; id?: string; query?: Record<string, string>; body?: string }
  fault: string
  times?: number
  params?: Record<string, unknown>
}
export type Asked = {
  seq: number
  method: string
  path: string
  query: string
  authorization: 'valid' | 'invalid' | 'absent'
  contentType: string | null
  idempotencyKey: string | null
  /** The exact text. */
  body: string | null
  status: number | null
  /** A write that took effect. */
  applied: boolean
}

export class Sandbox {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  /** Puts records into the book as they are. */
  plant(records: Planted): Promise<unknown> {
    return this.#ask('POST', 'plant', records)
  }

  /** Changes a schedule as somebody does elsewhere meanwhile. */
  changeElsewhere(schedule: Wire, changes: Wire): Promise<unknown> {
    return this.plant({ schedules: [{ ...schedule, ...changes }] })
  }

  disableElsewhere(schedule: Wire): Promise<unknown> {
    return this.changeElsewhere(schedule, { status: 'inactive', upcoming_payments: '[]' })
  }

  /** Begins anew: with a seeded book of so many, or with none. */
  reset(book: { size: number } | { empty: true }): Promise<unknown> {
    return this.#ask('POST', 'reset', book)
  }

  /** Adds faults; match them to ids of your own, for other tests go on meanwhile. */
  faults(faults: Fault[]): Promise<unknown> {
    return this.#ask('POST', 'faults', { faults, add: true })
  }

  clearFaults(): Promise<unknown> {
    return this.#ask('DELETE', 'faults')
  }

  /** Everything that reached SmarterPay's side after `seq`. */
  async asked(seq = 0): Promise<Asked[]> {
    const { entries } = (await this.#ask('GET', `log?since=${seq}`)) as { entries: Asked[] }
    return entries
  }

  /** Everything that would change this schedule, in the order in which it came. */
  async writesTo(id: string): Promise<Asked[]> {
    return (await this.asked()).filter(({ method, path }) => method !== 'GET' && path.includes(id))
  }

  /** A schedule's upcoming list as it stands, `[date, pence]` each. */
  async listOf(id: string): Promise<[string, number][]> {
    const { schedules } = (await this.#ask('GET', 'state')) as { schedules: Wire[] }
    const found = schedules.find((wire) => wire.id === id)
    const rows = JSON.parse(String(found?.upcoming_payments)) as { collection_date: string; amount: string }[]
    return rows.map(({ collection_date, amount }) => [collection_date, Number(amount)])
  }

  /** The number of the latest request; `asked` of it gives what came after. */
  async latest(): Promise<number> {
    return (await this.asked()).at(-1)?.seq ?? 0
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.url}/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`The sandbox's ${method} /control/${path}: ${answer.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}
