// The payment-calendar editor beside FullCalendar, react-big-calendar and a bare grid: 520 payments over twelve months, one of
// them dragged to another day.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { median, table } from '../figures.mjs'
import { startPages } from './pages.mjs'
import { PAYMENTS } from './payments.mjs'
import { bytesOfFirstEdit, visitBigCalendar, visitEditor, visitFullCalendar, visitPlainGrid } from './visits.mjs'

const SLOWDOWNS = [1, 4]

/** A schedule of its own for each visit, for a draft is kept on the server; answers its id. */
async function plant(sandbox) {
  const id = `RS01${randomBytes(8).toString('hex').toUpperCase()}`
  const schedule = {
    id,
    amount: '2532',
    auddis: 'BENCH',
    card_id: '',
    collection_day: '5',
    collection_period: 'weekly',
    collection_stretch: '1',
    created_at: '2025-01-06T10:15:00Z',
    custom_reference: 'BENCH-EDITOR',
    description: 'Membership',
    end_date: '',
    firstCollectionInSameMonthAsNextCollection: false,
    first_collection_amount: '2532',
    first_collection_date: '2025-01-20',
    installments: '',
    mandate: `M01${id}`,
    metadata: '',
    next_collection_date: PAYMENTS[0].date,
    payment_type: 'directdebit',
    start_date: '2025-01-20',
    status: 'active',
    type: 'DDOngoingPayment',
    upcoming_payments: JSON.stringify(
      PAYMENTS.map(({ date, pence }) => ({ collection_date: date, amount: String(pence) })),
    ),
  }
  const answer = await fetch(`${sandbox.url}/control/plant`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schedules: [schedule] }),
  })
  if (!answer.ok) throw new Error(`The sandbox took no schedule: ${answer.status} ${await answer.text()}`)
  return id
}

const worst20th = (frames) => [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)]

/** All pages by turns, so that whatever else the machine does meets each of them; the first turn warms up and does not count. */
async function turns({ sandbox, dashboard, browser, rounds }, pages, cookies, slowdown) {
  const taken = []
  for (let round = -1; round < rounds; round += 1) {
    const schedule = await plant(sandbox)
    const beside = { url: pages.url, slowdown }
    const one = {
      editor: await visitEditor(browser, { url: dashboard.url, cookies, slowdown, schedule }),
      month: await visitFullCalendar(browser, beside),
      year: await visitFullCalendar(browser, { ...beside, year: true }),
      big: await visitBigCalendar(browser, beside),
      plain: await visitPlainGrid(browser, beside),
    }
    if (round >= 0) taken.push(one)
  }
  const of = (figure) => median(taken.map(figure))
  return {
    slowdown,
    drop: {
      editor: of(({ editor }) => editor.drop),
      month: of(({ month }) => month.drop),
      year: of(({ year }) => year.drop),
    },
    frame: {
      editor: of(({ editor }) => median(editor.frames)),
      plain: of(({ plain }) => median(plain.frames)),
    },
    slowFrame: {
      editor: of(({ editor }) => worst20th(editor.frames)),
      plain: of(({ plain }) => worst20th(plain.frames)),
    },
    first: { editor: of(({ editor }) => editor.first), big: of(({ big }) => big.first) },
    redrawn: of(({ editor }) => editor.redrawn),
  }
}

const ms = (value) => `${value.toFixed(value < 20 ? 1 : 0)} ms`
const MOST_DROP = { 1: 33, 4: 50 }

function rowsOf(taken, bytes) {
  const processor = (slowdown) => (slowdown === 1 ? 'normal' : `${slowdown} times slower`)
  const beside = (name, other, pick, aim) =>
    taken.map((all) => {
      const [ours, theirs] = pick(all)
      return [name, processor(all.slowdown), ms(ours), other, ms(theirs), (ours / theirs).toFixed(2), aim(all.slowdown)]
    })
  const drop = (slowdown) => `at most ${MOST_DROP[slowdown]} ms, 0.15`
  return [
    ...beside('Drop to painted', 'FullCalendar, 12 months', ({ drop: d }) => [d.editor, d.year], drop),
    ...beside('Drop to painted', 'FullCalendar, 1 month', ({ drop: d }) => [d.editor, d.month], drop),
    ...beside(
      'Frame while dragging',
      'bare grid',
      ({ frame: f }) => [f.editor, f.plain],
      () => '1.00',
    ),
    ...beside(
      'Slowest 20th of the frames',
      'bare grid',
      ({ slowFrame: f }) => [f.editor, f.plain],
      () => '1.00',
    ),
    ...beside(
      'First render',
      'react-big-calendar',
      ({ first: f }) => [f.editor, f.big],
      () => 'at most 0.50',
    ),
    ['Scripts fetched for the first edit, gzip', '', `${(bytes / 1000).toFixed(0)} kB`, '', '', '', 'at most 30 kB'],
    ['Days redrawn by one move', '', String(Math.max(...taken.map(({ redrawn }) => redrawn))), '', '', '', '2'],
  ]
}

/** `{ text, taken }`: the table, and the figures behind it. */
export async function measureEditor(house) {
  const { sandbox, dashboard, people, browser, folder } = house
  const cookies = people.find(({ role }) => role === 'agent').forBrowser
  const pages = await startPages(join(folder, 'pages'))
  try {
    const taken = []
    for (const slowdown of SLOWDOWNS) taken.push(await turns(house, pages, cookies, slowdown))
    const bytes = process.env.SKIP_BYTES
      ? 0
      : await bytesOfFirstEdit(browser, { url: dashboard.url, cookies, schedule: await plant(sandbox) })
    const heads = ['what', 'processor', 'editor', 'beside', 'its figure', 'ratio', 'aim']
    return { text: table(heads, rowsOf(taken, bytes)), taken: { taken, bytes } }
  } finally {
    await pages.end()
  }
}
