// For tests: a sandbox without seeds, a mandate and a card in it, and words to speak to it with.
import { type SandboxOptions, startSandbox } from './server'
import type { Wire } from './wire'

export type Said = { status: number; headers: Headers; text: string; record: Wire; message: string }
export type Sent = { key?: string; type?: string; token?: string; accept?: string; signal?: AbortSignal }

const MANDATES = [
  {
    id: 'M01MANDATE',
    auddis: 'REFP01006',
    customer_account: 'CA01PAYER',
    customer_bank_account: 'BA01PAYER',
    dd_status: 'ongoing collection',
  },
  {
    id: 'M01ENDED',
    auddis: 'REFP09999',
    customer_account: 'CA01PAYER',
    customer_bank_account: 'BA01PAYER',
    dd_status: 'cancelled by payer',
  },
]
const CARDS = [
  { ID: 'CD01OVWD48GY1K8N0M76', customer_id: 'CA01CARD', card_number_ending: '0014', expiry_date: '2027-02-28' },
]

/** A Direct Debit of 2500 on the 15th, six rows to come, the first long taken. */
export const ONGOING: Wire = {
  amount: '2500',
  auddis: 'REFP01006',
  card_id: '',
  collection_day: '15',
  collection_period: 'monthly',
  collection_stretch: '1',
  created_at: '2026-01-05T09:00:00Z',
  custom_reference: 'MEM-1',
  description: 'Membership',
  end_date: '',
  firstCollectionInSameMonthAsNextCollection: false,
  first_collection_amount: '1000',
  first_collection_date: '2026-01-15',
  id: 'ONGOING',
  installments: '',
  mandate: 'M01MANDATE',
  next_collection_date: '2026-12-15',
  payment_type: 'directdebit',
  start_date: '2026-01-15',
  status: 'active',
  metadata: '',
  type: 'DDOngoingPayment',
  upcoming_payments: text(
    ['2026-12-15', 2500],
    ['2027-01-15', 2500],
    ['2027-02-15', 2500],
    ['2027-03-15', 2500],
    ['2027-04-15', 2500],
    ['2027-05-17', 2500],
  ),
}

/** 15000 in four, one of 3750 taken. */
export const PLAN: Wire = {
  ...ONGOING,
  id: 'PLAN',
  amount: '15000',
  collection_day: '23',
  first_collection_amount: '',
  first_collection_date: '2026-10-23',
  installments: '4',
  next_collection_date: '2026-11-30',
  start_date: '2026-10-23',
  type: 'DDPaymentPlan',
  upcoming_payments: text(['2026-11-30', 3750], ['2026-12-23', 3750], ['2027-01-25', 3750]),
}

/** An upcoming list as JSON text. */
export function text(...rows: [string, number][]): string {
  return JSON.stringify(rows.map(([date, amount]) => ({ collection_date: date, amount: String(amount) })))
}

/** The dates and amounts of an upcoming list, as "2026-12-15 2500". */
export function listed(record: Wire): string[] {
  const rows: { collection_date: string; amount: string }[] = JSON.parse(String(record.upcoming_payments))
  return rows.map((row) => `${row.collection_date} ${row.amount}`)
}

function parsed(words: string): { recurrence_schedule?: Wire; message?: string } | null {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

export async function openScene(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ today: '2026-11-20T10:00', seed: 'empty', ...options })

  async function say(method: string, path: string, body?: unknown, sent: Sent = {}): Promise<Said> {
    const headers: Record<string, string> = { authorization: `Bearer ${sent.token ?? 'sandbox'}` }
    if (body !== undefined) headers['content-type'] = sent.type ?? 'application/json'
    if (sent.key) headers['idempotency-key'] = sent.key
    if (sent.accept) headers.accept = sent.accept
    const answer = await fetch(`${sandbox.url}/service.svc/${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(sent.signal ? { signal: sent.signal } : {}),
    })
    const words = await answer.text()
    const json = answer.headers.get('content-type')?.includes('json') ? parsed(words) : {}
    return {
      status: answer.status,
      headers: answer.headers,
      text: words,
      record: json?.recurrence_schedule ?? {},
      message: json?.message ?? '',
    }
  }

  async function control(act: string, body?: unknown, method = 'POST') {
    const answer = await fetch(`${sandbox.url}/control/${act}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }

  const scene = {
    ...sandbox,
    say,
    control,
    read: async (id: string) => (await say('GET', `recurrenceschedule/${id}`)).record,
    create: (record: Wire, sent?: Sent) => say('POST', 'recurrenceschedule', { recurrence_schedule: record }, sent),
    update: (id: string, record: Wire, sent?: Sent) =>
      say('PUT', `recurrenceschedule/${id}`, { recurrence_schedule: record }, sent),
    fault: (fault: string, more: Record<string, unknown> = {}) => control('faults', { faults: [{ fault, ...more }] }),
    switched: (switches: Record<string, unknown>) => control('switches', switches),
    async fresh(...schedules: Wire[]) {
      await control('reset', { empty: true })
      await control('plant', {
        schedules: schedules.length > 0 ? schedules : [ONGOING, PLAN],
        mandates: MANDATES,
        cards: CARDS,
      })
    },
  }
  return scene
}
export type Scene = Awaited<ReturnType<typeof openScene>>
