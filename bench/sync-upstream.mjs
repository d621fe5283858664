// A SmarterPay for measuring passes over the book: as many schedules as asked for, twelve payments each, pages made beforehand,
// and an answer time. `node bench/sync-upstream.mjs <port> <schedules> <milliseconds>`; PUT /answer-time changes the last, PUT
// /re-date takes every payment off weekends and bank holidays, as SmarterPay does of its own accord.
import { createServer } from 'node:http'

const [port, size, firstMs] = process.argv.slice(2).map(Number)
const PAGE = 200
let answerMs = firstMs

const two = (number) => String(number).padStart(2, '0')
const DUE = Array.from({ length: 12 }, (_, n) => `${2025 + Math.floor((n + 6) / 12)}-${two(((n + 6) % 12) + 1)}`)

const HOLIDAYS = [
  '2025-08-25',
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
]
let redated = false

/** The next banking day once the book is re-dated. */
function dueOn(date) {
  const at = new Date(`${date}T00:00:00Z`)
  const day = () => at.toISOString().slice(0, 10)
  while (redated && ([0, 6].includes(at.getUTCDay()) || HOLIDAYS.includes(day()))) at.setUTCDate(at.getUTCDate() + 1)
  return day()
}

function schedule(number) {
  const amount = String(500 + ((number * 7919) % 20_000))
  const day = two((number % 28) + 1)
  const plan = number % 4 === 0
  const listed = DUE.map((month) => ({ collection_date: dueOn(`${month}-${day}`), amount }))
  const created = new Date(Date.UTC(2020, 0, 1) + number * 1_500_000).toISOString().replace('.000', '')
  return {
    amount: plan ? String(Number(amount) * 12) : amount,
    auddis: `BENCH${String(number).padStart(9, '0')}`,
    card_id: '',
    collection_day: String(Number(day)),
    collection_period: 'monthly',
    collection_stretch: '1',
    created_at: created,
    custom_reference: `MEM-${(number * 31) % 1_000_003}`,
    description: number % 3 === 0 ? 'Gym membership' : 'Council tax, monthly',
    end_date: '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: plan ? '' : amount,
    first_collection_date: `2025-07-${day}`,
    id: `RS01${String(number).padStart(16, '0')}`,
    installments: plan ? '12' : '',
    mandate: `M01${String(number).padStart(16, '0')}`,
    next_collection_date: `2025-07-${day}`,
    payment_type: 'directdebit',
    start_date: `2025-07-${day}`,
    status: 'active',
    metadata: '',
    type: plan ? 'DDPaymentPlan' : 'DDOngoingPayment',
    upcoming_payments: JSON.stringify(listed),
  }
}

const page = (number) => {
  const from = (number - 1) * PAGE
  const rows = Array.from({ length: Math.max(Math.min(PAGE, size - from), 0) }, (_, n) => schedule(from + n))
  return Buffer.from(JSON.stringify({ recurrence_schedules: rows }))
}
const allPages = () => Array.from({ length: Math.ceil(size / PAGE) }, (_, n) => page(n + 1))
let pages = allPages()
const nothing = Buffer.from('{"recurrence_schedules":[]}')
const listOf = (limit, number) =>
  limit === PAGE
    ? (pages[number - 1] ?? nothing)
    : Buffer.from(JSON.stringify({ recurrence_schedules: Array.from({ length: limit }, (_, n) => schedule(n)) }))

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const send = (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
    response.end(body)
  }
  if (request.method === 'PUT') {
    if (url.pathname === '/re-date') {
      redated = true
      pages = allPages()
    } else answerMs = Number(url.searchParams.get('ms'))
    return send(200, nothing)
  }
  const id = /recurrenceschedule\/RS01(\d{16})$/.exec(url.pathname)?.[1]
  const answer = () => {
    if (id !== undefined && Number(id) < size)
      return send(200, Buffer.from(JSON.stringify({ recurrence_schedule: schedule(Number(id)) })))
    if (!url.pathname.endsWith('/recurrenceschedules')) return send(404, Buffer.from('{"message":"not found"}'))
    return send(200, listOf(Number(url.searchParams.get('limit')), Number(url.searchParams.get('page_no'))))
  }
  if (answerMs > 0) setTimeout(answer, answerMs)
  else answer()
}).listen(port, '127.0.0.1')
