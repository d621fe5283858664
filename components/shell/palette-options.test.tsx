import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { aPlan, aSchedule } from '@/lib/schedules/examples'
import { readSearchText } from '@/lib/schedules/search-text'
import {
  aboutSchedule,
  actionOptions,
  answers,
  MOST_SCHEDULES,
  paletteGroups,
  payerOptions,
  recentOptions,
  scheduleOptions,
} from './palette-options'

const text = (typed: string) => readSearchText(typed, day('2022-06-01'))
const nothing = {
  typed: '',
  schedules: [],
  payers: [],
  listHref: null,
  recent: [],
  actions: [],
  role: null,
  bookRead: false,
}
const press = () => undefined

describe('schedules in the palette', () => {
  it('come best first, each with its reason', () => {
    const typed = 'FBMAN02814872 25.32'
    const rows = [
      aPlan({ id: 'FTBRS2', total: '30.00', customReference: null }),
      { id: 'FTBRS3', unreadable: true as const },
      aSchedule({ id: 'FTBRS1' }),
    ]
    expect(scheduleOptions(rows, typed, text(typed)).map(({ title, reason }) => [title, reason])).toEqual([
      ['MEM-204417', 'AUDDIS reference and amount match'],
      ['FTBRS2', 'AUDDIS reference matches exactly'],
    ])
  })

  it('are few, and the list shows the others', () => {
    const rows = Array.from({ length: 30 }, (_, n) => aSchedule({ id: `FTBRS${n}` }))
    const schedules = scheduleOptions(rows, 'MEM', text('MEM'))
    expect(schedules).toHaveLength(MOST_SCHEDULES)
    const [group] = paletteGroups({ ...nothing, typed: 'MEM', schedules, listHref: '/schedules?q=MEM' })
    expect(group?.options.at(-1)).toMatchObject({ title: 'Show all that match in the list', href: '/schedules?q=MEM' })
  })

  it('say in a line what they are', () => {
    expect(aboutSchedule(aSchedule())).toBe('£25.32 monthly, 19th, next Mon 20 Jun 2022')
    expect(aboutSchedule(aSchedule({ status: 'inactive', upcoming: [] }))).toBe('£25.32 monthly, 19th, inactive')
    expect(aboutSchedule(aPlan({ total: '30.00' }))).toBe('Payment plan of £30.00, 0 of 3 paid, next Mon 2 Feb 2026')
    expect(aboutSchedule(aSchedule({ amount: null }))).toContain('Amount not readable')
  })
})

describe('payers in the palette', () => {
  const payer = (typed: string, rows: ReturnType<typeof aSchedule>[], whole = true) =>
    payerOptions(rows, typed, text(typed), whole).map(({ title, beside, about, reason, href }) => [
      title,
      beside,
      about,
      reason,
      href,
    ])

  it('are those whose mandate the text names, with the way to all of their schedules', () => {
    const rows = [aSchedule({ id: 'A' }), aSchedule({ id: 'B', auddis: 'OTHER1', mandateId: 'M01OTHER' })]
    expect(payer('FBMAN02814872', rows)).toEqual([
      [
        'FBMAN02814872',
        'M01741EJ519Y51P3XGL',
        '1 schedule found under this mandate',
        'AUDDIS reference matches exactly',
        '/schedules?mandate=M01741EJ519Y51P3XGL',
      ],
    ])
  })

  it('are those of whom several schedules were found, after those that are named, and few', () => {
    const rows = ['A', 'B'].flatMap((id) =>
      [1, 2, 3, 4].map((n) => aSchedule({ id: `${id}${n}`, auddis: null, mandateId: `M01000${n}` })),
    )
    const found = payer('MEM', rows, false)
    expect(found).toHaveLength(3)
    expect(found[0]).toEqual([
      'M010001',
      undefined,
      '2 schedules found under this mandate, perhaps more',
      undefined,
      '/schedules?mandate=M010001',
    ])
    expect(payer('M010003', rows)[0]?.[0]).toBe('M010003')
  })

  it('are a customer whose id it is, though no schedule tells it', () => {
    expect(payer('CA01ABCDEF123456', [])).toEqual([
      [
        'Customer CA01ABCDEF123456',
        undefined,
        'All schedules of this customer, asked of SmarterPay',
        undefined,
        '/schedules?customer=CA01ABCDEF123456',
      ],
    ])
  })

  it('stand after the schedules', () => {
    const rows = [aSchedule({ id: 'FTBRS1' })]
    const typed = 'FBMAN02814872'
    const groups = paletteGroups({
      ...nothing,
      typed,
      schedules: scheduleOptions(rows, typed, text(typed)),
      payers: payerOptions(rows, typed, text(typed), true),
    })
    expect(groups.map(({ name }) => name)).toEqual(['Schedules', 'Payers'])
  })
})

describe('groups of the palette', () => {
  const actions = actionOptions([{ name: 'Choose columns', keys: null, href: null, press }])
  const recent = recentOptions(['FTBRS1', 'FTBRS2'], (id) => (id === 'FTBRS1' ? aSchedule({ id }) : undefined))

  it('open with what was opened lately, and no name of a payer', () => {
    const groups = paletteGroups({ ...nothing, recent, actions })
    expect(groups.map(({ name }) => name)).toEqual(['Recent', 'Actions on this page', 'Pages'])
    expect(groups[0]?.options.map(({ title }) => title)).toEqual(['MEM-204417', 'FTBRS2'])
  })

  it('keep what the text begins words of, and nothing twice', () => {
    const schedules = scheduleOptions([aSchedule({ id: 'FTBRS1' })], 'FTBRS', text('FTBRS'))
    const groups = paletteGroups({ ...nothing, typed: 'FTBRS', schedules, recent, actions })
    expect(groups.map(({ name, options }) => [name, options.map(({ key }) => key)])).toEqual([
      ['Schedules', ['schedule-FTBRS1']],
      ['Recent', ['schedule-FTBRS2']],
    ])
    expect(paletteGroups({ ...nothing, typed: 'act', actions }).map(({ name }) => name)).toEqual(['Pages'])
    expect(paletteGroups({ ...nothing, typed: 'col', actions }).map(({ name }) => name)).toEqual([
      'Actions on this page',
    ])
  })

  it.each([
    ['choose c', true],
    ['columns', true],
    ['col cho', true],
    ['olumns', false],
    ['columns please', false],
    ['', true],
  ])('“%s” answers to Choose columns: %s', (typed, does) => {
    expect(answers('Choose columns', typed)).toBe(does)
  })
})
