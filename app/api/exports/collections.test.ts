import { unzipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aSchedule, payment, payments, pounds } from '@/lib/schedules/examples'
import { foundInList } from '@/lib/server/book/findable'
import { takeSights } from '@/lib/server/book/take'
import { readPayments } from '@/lib/server/collection-payments'
import { readCollections } from '@/lib/server/collections'
import { catchUp } from '@/lib/server/outlook/catch-up'
import { forgetRates } from '@/lib/server/rates'
import { decodeSent } from '@/lib/server/smarterpay/schedules'
import { Book } from '@/sandbox/book'
import { seedBook } from '@/sandbox/seed'
import { csv, JANUARY, monthly, onCollections, post, see, seenAt } from './collections-scene'

// What stands in the files of upcoming collections, added up by row, and by unzipping the workbook.

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))

const sum = (rows: Record<string, string>[], column: string, source?: string) =>
  rows.filter((row) => !source || row.source === source).reduce((total, row) => total + Number(row[column]), 0)

onCollections(() => {
  it('have a row for each day and source, with both kinds of money and of date, and the class of notice', async () => {
    await see(
      monthly('LISTED', { upcoming: payments(['2026-12-14', '2027-01-14'], '25.32') }),
      monthly('SHORTER', { amount: pounds('10.00'), upcoming: [...payments(['2026-12-14'], '10.00')] }),
      monthly('CARD', {
        method: 'card',
        mandateId: null,
        upcoming: [payment('2026-12-14', '1.00')],
        endDate: day('2026-12-14'),
      }),
      monthly('SKIPS', { upcoming: [payment('2027-01-20', '0')], endDate: day('2027-01-20') }),
    )
    const rows = await csv({ filter: { from: '2026-12-01', to: '2027-01-31' } })
    const money = (name: string, pence: number) => ({
      [`${name}_pence`]: String(pence),
      [`${name}_gbp`]: (pence / 100).toFixed(2),
    })
    expect(rows).toEqual([
      {
        collection_date: '2026-12-14',
        collection_date_uk: '14/12/2026',
        source: 'smarterpay',
        notice_class: 'short-notice',
        payments: '3',
        ...money('amount', 3632),
        ...money('direct_debit', 3532),
        ...money('card', 100),
        ...money('locked', 0),
        ...money('at_risk', 0),
        skipped: '0',
      },
      {
        collection_date: '2027-01-14',
        collection_date_uk: '14/01/2027',
        source: 'smarterpay',
        notice_class: 'notice-safe',
        payments: '1',
        ...money('amount', 2532),
        ...money('direct_debit', 2532),
        ...money('card', 0),
        ...money('locked', 0),
        ...money('at_risk', 0),
        skipped: '0',
      },
      {
        collection_date: '2027-01-14',
        collection_date_uk: '14/01/2027',
        source: 'projected',
        notice_class: '',
        payments: '1',
        ...money('amount', 1000),
        ...money('direct_debit', 1000),
        ...money('card', 0),
        ...money('locked', 0),
        ...money('at_risk', 0),
        skipped: '0',
      },
      {
        collection_date: '2027-01-20',
        collection_date_uk: '20/01/2027',
        source: 'smarterpay',
        notice_class: '',
        payments: '0',
        ...money('amount', 0),
        ...money('direct_debit', 0),
        ...money('card', 0),
        ...money('locked', 0),
        ...money('at_risk', 0),
        skipped: '1',
      },
    ])
  })

  it('have a row for each payment where that is asked for, and those of one band alone', async () => {
    await see(
      monthly('A', { customReference: '=1+1', upcoming: payments(['2027-01-14'], '25.32') }),
      monthly('B', { upcoming: [payment('2027-01-14', '0')], endDate: day('2027-01-14') }),
    )
    const all = await csv({ rows: 'payment', filter: { from: '2027-01-01', to: '2027-02-28' } })
    expect(all.map(({ schedule, source, band }) => `${schedule} ${source} ${band}`)).toEqual([
      'A smarterpay scheduled',
      'A projected projected',
    ])
    expect(all[0]).toMatchObject({
      custom_reference: "'=1+1",
      collection_date: '2027-01-14',
      collection_date_uk: '14/01/2027',
      notice_class: 'notice-safe',
      amount_pence: '2532',
      amount_gbp: '25.32',
      method: 'direct-debit',
      type: 'ongoing',
    })
    const skipped = await csv({ rows: 'payment', filter: { ...JANUARY, band: 'skipped' } })
    expect(skipped.map(({ schedule, band, amount_pence }) => [schedule, band, amount_pence])).toEqual([
      ['B', 'skipped', '0'],
    ])
  })

  it('add up to what the page shows, by day and by payment, over a book of many schedules', async () => {
    const book = new Book('2026-12-10')
    seedBook(book, { size: 600 })
    const sights = [...book.schedules.values()].map(({ wire }) => ({ found: foundInList(decodeSent(wire)), seenAt }))
    for (let at = 0; at < sights.length; at += 200) await takeSights(sights.slice(at, at + 200))
    await catchUp()
    const range = { from: day('2026-11-20'), to: day('2028-01-31') }
    for (const about of [
      {},
      { method: ['card' as const] },
      { kind: ['plan' as const] },
      { source: ['projected' as const] },
      { source: ['smarterpay' as const] },
    ]) {
      forgetRates()
      const shown = await readCollections({ ...range, ...about, group: 'month' })
      const filter = Object.fromEntries(
        Object.entries({ ...range, ...about }).map(([name, value]) => [name, String(value)]),
      )
      const [days, singly] = [await csv({ filter }), await csv({ rows: 'payment', filter })]
      expect(days.length).toBeGreaterThan(20)
      const projected = shown.rows.reduce((total, row) => total + row.projected, 0)
      for (const rows of [days, singly]) {
        expect(sum(rows, 'amount_pence', 'smarterpay')).toBe(shown.total)
        expect(sum(rows, 'amount_pence', 'projected')).toBe(projected)
        expect(Math.round(sum(rows, 'amount_gbp') * 100)).toBe(shown.total + projected)
      }
      expect(sum(days, 'payments')).toBe(singly.length)
      expect(sum(days, 'payments', 'smarterpay')).toBe(shown.count)
      expect(sum(days, 'at_risk_pence')).toBe(shown.rows.reduce((total, row) => total + row.atRisk, 0))
      expect(singly.map(({ collection_date }) => collection_date)).toEqual(
        singly.map(({ collection_date }) => collection_date).sort(),
      )
      const first = await readPayments({ ...range, ...about, sort: 'date', page: 1, size: 200 })
      expect(singly.slice(0, 200).map(({ schedule, band }) => [schedule, band])).toEqual(
        first.rows.map(({ schedule, band }) => [schedule, band]),
      )
    }
  }, 120_000)

  it('as a workbook tell what they are, and hold no formula', async () => {
    await see(
      monthly('A', { customReference: '=1+1', upcoming: payments(['2027-01-14'], '25.32') }),
      aSchedule({ id: 'BAD', upcoming: null }),
    )
    const response = await post('lead', {
      format: 'xlsx',
      rows: 'payment',
      filter: { ...JANUARY, method: 'direct-debit' },
    })
    expect(response.status).toBe(200)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const part = (name: string) => new TextDecoder().decode(files[`xl/worksheets/${name}.xml`])
    expect(part('sheet1')).not.toMatch(/<f[ >/]|<hyperlink/i)
    expect(part('sheet1')).toContain('<c><v>2532</v></c><c s="1"><v>25.32</v></c>')
    expect(part('sheet1')).toContain(">'=1+1<")
    const cells = [...part('sheet2').matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, words]) => words)
    const about = Object.fromEntries(cells.flatMap((words, at) => (at % 2 === 0 ? [[words, cells[at + 1]]] : [])))
    expect(about).toMatchObject({
      'Filter: from': '2027-01-01',
      'Filter: method': 'direct-debit',
      'Data as at': 'Thu 10 Dec 2026, 09:00, London',
      'Total of smarterpay, pounds': '25.32',
      Rows: '1',
      'Schedules that could not be read and are in no row': '1',
      'Made for': 'lead@quarterday.test',
    })
  })
})
