import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '@/lib/roles'
import { aPlan, aSchedule, payments } from '@/lib/schedules/examples'
import { ask } from '@/lib/server/visitors'
import { cookies, lastRecord } from './files-scene'
import { book, csv, onExports, post, xlsx } from './schedules-scene'

vi.mock(import('@/lib/server/log'), async (actual) => ({ ...(await actual()), log: () => undefined }))
vi.mock(import('@/lib/server/reading/schedules'), async (actual) => ({
  ...(await actual()),
  ...(await import('./schedules-scene')).reads,
}))

const HOSTILE = [
  '=HYPERLINK("http://evil.test","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1',
  '\uFF1D1+1',
  '\uFF20x',
  '<script>alert(1)</script> & "quoted", comma\r\nline',
  '_x0041_',
  '\u0001\uFFFE',
  '😀 é',
]

onExports(() => {
  it('have money in pence and pounds, days as ISO and as Britain writes them', async () => {
    const [head, row] = await csv('agent', { columns: ['id', 'amount', 'next', 'created'] })
    expect(Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]))).toEqual({
      id: 'FTBRS00112373',
      amount_pence: '2532',
      amount_gbp: '25.32',
      next_payment: '2022-06-20',
      next_payment_uk: '20/06/2022',
      created_utc: '2022-05-17T12:09:41Z',
      created_london: 'Tue 17 May 2022, 13:09',
    })
  })

  it('have one row for each listed payment where that is asked for', async () => {
    book.rows = [
      aSchedule({ upcoming: [...payments(['2022-06-20']), ...payments(['2022-07-19'], '0.00')] }),
      aPlan({ id: 'FTBRS2', total: '30.00' }),
      { id: 'FTBRS3', unreadable: true },
    ]
    const [head, ...rows] = await csv('finance', { what: 'payments', columns: ['id'] })
    expect(head).toEqual([
      'id',
      'collection_date',
      'collection_date_uk',
      'payment_pence',
      'payment_gbp',
      'payment_state',
      'notice_class',
      'source',
    ])
    expect(rows.slice(0, 2)).toEqual([
      ['FTBRS00112373', '2022-06-20', '20/06/2022', '2532', '25.32', 'scheduled', 'notice-safe', 'smarterpay'],
      ['FTBRS00112373', '2022-07-19', '19/07/2022', '0', '0.00', 'skipped', 'notice-safe', 'smarterpay'],
    ])
    expect(rows).toHaveLength(5)
  })

  it.each(HOSTILE)('hold %j as text that nothing calculates', async (description) => {
    book.rows = [aSchedule({ description, customReference: description })]
    const [, row] = await csv('lead', { columns: ['reference', 'description'] })
    expect(row?.[1]).toMatch(/^[^=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\s]/)
    expect(row?.[1]?.replace(/^'/, '')).toBe(description)

    const parts = await xlsx('lead', { columns: ['reference', 'description'] })
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).not.toMatch(/<f[ >/]|<hyperlink/i)
    const cells = [...sheet.matchAll(/<c t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t>/g)]
    expect(cells).toHaveLength(2)
    expect(cells[0]?.[1]).toMatch(/^(?:&amp;|&lt;|[^=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\s])/)
  })

  it('as a workbook tell on a sheet of their own what they are', async () => {
    book.rows = [aSchedule(), { id: 'FTBRS3', unreadable: true }]
    const parts = await xlsx('finance', { filter: { status: 'active', next: '2022-06-01..2022-06-30' } })
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ])
    for (const xml of Object.values(parts)) {
      const parsed = xml.replace(/^<\?xml[^>]*\?>\n/, '')
      expect(parsed).toMatch(/^<([\w:]+)[\s>][\s\S]*<\/\1>$/)
      expect(xml).not.toMatch(/TargetMode|externalLink|<f[ >]|javascript:/i)
    }
    const about = parts['xl/worksheets/sheet2.xml'] ?? ''
    for (const words of [
      'Filter: status',
      '2022-06-01..2022-06-30',
      'Thu 5 Jun 2025, 14:32, London',
      'SmarterPay, read for this file',
      'finance@quarterday.test',
    ])
      expect(about).toContain(words)
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<c><v>2532</v></c><c s="1"><v>25.32</v></c>')
    expect(parts['xl/worksheets/sheet1.xml']).toContain('the whole record')
  })

  it('hold all that match, page after page and each once, or the one page that is named', async () => {
    book.rows = Array.from({ length: 1_200 }, (_, n) => aSchedule({ id: `FTBRS${n % 1_190}` }))
    expect(await csv('lead', { columns: ['id'] })).toHaveLength(1_191)
    expect(book.asked).toHaveLength(3)
    expect(await csv('lead', { columns: ['id'], filter: { page: '2', size: '25', sort: '-next' } })).toHaveLength(26)
    expect(book.asked.at(-1)).toMatchObject({ page: 2, size: 25, sort: { field: 'next', descending: true } })
  })

  it('are on record before they leave, with filter, columns and rows', async () => {
    await csv('agent', { columns: ['id'], filter: { status: 'active' } })
    expect(await lastRecord()).toMatchObject({
      action: 'export',
      person: 'agent@quarterday.test',
      after: { what: 'schedules', format: 'csv', filter: { status: 'active' }, columns: ['id'], rows: 1 },
    })
  })

  describe('within what each may take', () => {
    it('are at most 500 rows for an agent, and more for the others', async () => {
      book.rows = Array.from({ length: 501 }, (_, n) => aSchedule({ id: `FTBRS${n}` }))
      expect((await post('agent', {})).status).toBe(413)
      expect((await post('agent', { filter: { page: '1', size: '500' } })).status).toBe(200)
      for (const role of ['finance', 'lead'] as const) expect((await post(role, {})).status).toBe(200)
      expect((await post('admin', {})).status).toBe(403)
    })

    it('are six in an hour', async () => {
      for (let n = 0; n < 6; n += 1) expect((await post('finance', { columns: ['id'] })).status).toBe(200)
      expect((await post('finance', { columns: ['id'] })).status).toBe(429)
    })

    it.each([
      [{ filter: { evil: '1' } }, 'filter.evil'],
      [{ filter: { next: 'soon' } }, 'filter.next'],
      [{ columns: ['password'] }, 'columns.0'],
      [{ columns: [] }, 'columns'],
      [{ format: 'pdf' }, 'format'],
      [{ what: 'everything' }, 'what'],
      [{ more: true }, 'more'],
      [{ selected: [] }, 'selected'],
      [{ selected: ['../x'] }, 'selected.0'],
      [{ selected: Array.from({ length: 501 }, (_, n) => `FTBRS${n}`) }, 'selected'],
    ])('%j is bad input at %s', async (body, path) => {
      const response = await post('lead', body)
      expect([response.status, (await response.json()).fields[0].path]).toEqual([422, path])
    })
  })

  describe('that take their time', () => {
    beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
    const get = async (role: Role, id: string, file = false) => {
      const { GET } = file ? await import('./[id]/file/route') : await import('./[id]/route')
      const path = `/api/exports/${id}${file ? '/file' : ''}`
      return GET(ask(path, { cookie: cookies[role] }), { params: Promise.resolve({ id }) })
    }

    it('are told about, and fetched by the same person alone once they are made', async () => {
      let goOn = () => {}
      book.waits = new Promise((resolve) => {
        goOn = resolve
      })
      const response = await post('lead', { columns: ['id'] })
      expect(response.status).toBe(202)
      const { id, state } = await response.json()
      expect(state).toBe('making')
      expect((await get('lead', id, true)).status).toBe(404)
      goOn()
      vi.useRealTimers()
      await vi.waitFor(async () =>
        expect(await (await get('lead', id)).json()).toMatchObject({ state: 'ready', read: 1 }),
      )
      const file = await get('lead', id, true)
      expect(file.headers.get('content-disposition')).toContain('schedules-2022-06-01.csv')
      expect(await file.text()).toContain('FTBRS00112373')
      for (const whole of [true, false]) expect((await get('finance', id, whole)).status).toBe(404)
      expect((await get('lead', 'not-an-id')).status).toBe(404)
    })

    it('say what went wrong where nothing came of them', async () => {
      let fail = (_: Error) => {}
      book.waits = new Promise((_, reject) => {
        fail = reject
      })
      const { id } = await (await post('lead', {})).json()
      fail(new Error('odd'))
      vi.useRealTimers()
      await vi.waitFor(async () =>
        expect(await (await get('lead', id)).json()).toMatchObject({
          state: 'failed',
          problem: { kind: 'unexpected' },
        }),
      )
    })
  })
})
