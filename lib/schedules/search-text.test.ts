import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { readListQuery } from './contract'
import { foldReference, readSearchText } from './search-text'
import { tidySearch } from './tidy-search'

const TODAY = day('2025-06-05')
const read = (text: string) => readSearchText(text, TODAY)

describe('a pasted line of a bank statement', () => {
  it.each([
    ['FBMAN02814872 25.32 19MAY', ['FBMAN02814872'], [2532], ['2025-05-19']],
    ['fbman02814872 25.32 19may', ['FBMAN02814872'], [2532], ['2025-05-19']],
    ['  FBMAN02814872\t£25.32\t19/05/2025 ', ['FBMAN02814872'], [2532], ['2025-05-19']],
    ['19 MAY DD FBMAN02814872 -25.32', ['FBMAN02814872'], [2532], ['2025-05-19']],
    ['DIRECT DEBIT PAYMENT TO FBMAN02814872, GBP 1,250.00', ['FBMAN02814872'], [125_000], []],
    ['FBMAN 0281 4872 25.32DR', ['FBMAN02814872'], [2532], []],
    ['FBMAN 02814872 2532', ['FBMAN02814872'], [2532, 253_200], []],
    ['REFP01006|25.32|2025-05-19', ['REFP01006'], [2532], ['2025-05-19']],
    ['19-MAY-25; FBMAN02814872; £25', ['FBMAN02814872'], [2500], ['2025-05-19']],
    ['19th May 2025', [], [], ['2025-05-19']],
    ['25.32 19MAY', [], [2532], ['2025-05-19']],
    ['25.3O', [], [2530], []],
    ['£25.32', [], [2532], []],
    ['MEM-204417', ['MEM-204417'], [], []],
    ['INS/7702-11 120.00', ['INS/7702-11'], [12_000], []],
  ])('%s', (text, references, amounts, dates) => {
    const { references: found, amounts: money, dates: days } = read(text)
    expect({ found, money, days }).toEqual({ found: references, money: amounts, days: dates })
  })

  it('takes digits alone for pence and for pounds', () => {
    expect(read('2532').amounts).toEqual([2532, 253_200])
    expect(read('25').amounts).toEqual([2500])
    expect(read('£2532').amounts).toEqual([253_200])
  })

  it.each([
    ['FTBRS00112373', 'schedule', 'FTBRS00112373'],
    ['ftbrsOO112373', 'schedule', 'FTBRS00112373'],
    ['FTBRS 00112373', 'schedule', 'FTBRS00112373'],
    ['rsO1abcdefgh1234', 'schedule', 'RS01ABCDEFGH1234'],
    ['MO1741EJ519Y51P3XGL', 'mandate', 'M01741EJ519Y51P3XGL'],
    ['CD01OVWD48GY1K8N0M76', 'card', 'CD01OVWD48GY1K8N0M76'],
    ['CA01ABCDEFGH12345678', 'customer', 'CA01ABCDEFGH12345678'],
  ])('%s is the id of a %s', (text, kind, id) => {
    expect(read(text).ids).toEqual([{ kind, id }])
    expect(read(`${text} 25.32`).lookups).toEqual([id])
  })

  it('takes a day without its year for the nearest one, past or to come', () => {
    expect(read('19MAY').dates).toEqual(['2025-05-19'])
    expect(read('1 jul').dates).toEqual(['2025-07-01'])
    expect(read('28/12').dates).toEqual(['2024-12-28'])
    expect(readSearchText('3 JAN', day('2025-12-30')).dates).toEqual(['2026-01-03'])
  })

  it.each(['31/06/2025', '19MAX', '99/99', 'MEM-19-05-25', 'X19MAY', '19MAYOR'])('sees no day in %s', (text) => {
    expect(read(text).dates).toEqual([])
  })
})

describe('what is looked for', () => {
  it.each([
    ['FBMAN02814872 25.32 19MAY', ['FBMAN02814872']],
    ['FTBRS00112373 FBMAN02814872', ['FTBRS00112373', 'FBMAN02814872']],
    ['25.32', []],
    ['25.32 19MAY', []],
    ['2532', ['2532']],
    ['Ashgrove', ['Ashgrove']],
    ['Lease 0907', ['Lease0907', 'Lease 0907']],
    ['mem-204417 25.32', ['mem-204417']],
    ['MEM-204417 late', ['MEM-204417 late']],
    ['ASHGROVE LEISURE FBMAN02814872 25.32 19MAY', ['FBMAN02814872']],
    ['CLUB-FEES £25.32 19MAY', ['CLUB-FEES', 'CLUB-FEES £25.32 19MAY']],
    ['DD Ashgrove Leisure 19/05/2025', ['Ashgrove Leisure', 'DD Ashgrove Leisure 19/05/2025']],
    ['Ashgrove 25', ['Ashgrove 25']],
    ['MEM', ['MEM']],
    ['', []],
    ['   ', []],
  ])('%s', (text, lookups) => {
    expect(read(text).lookups).toEqual(lookups)
  })

  it('tells the other words of a line with amounts or days', () => {
    expect(read('DD CLUB-FEES £25.32 19MAY').words).toEqual(['CLUB-FEES'])
    expect(read('CLUB-FEES').words).toEqual([])
    expect(read('ASHGROVE FBMAN02814872 25.32').words).toEqual(['ASHGROVE'])
    expect(read('ASHGROVE FBMAN02814872').words).toEqual([])
  })

  it('never fails, whatever is pasted', () => {
    const odd = [
      '£',
      '£££',
      '-',
      '..',
      '0',
      '00.00',
      '9'.repeat(200),
      '\u0000',
      '\uD800',
      '(',
      '[',
      '\\',
      '31/02',
      ',,,',
    ]
    for (const text of odd) expect(() => read(text), text).not.toThrow()
    expect(read('9'.repeat(200)).amounts).toEqual([])
  })
})

it('folds what people mix up', () => {
  expect(foldReference('fbmanO2814872')).toBe(foldReference('FBMAN 0281 4872'))
  expect(foldReference('MEM-1')).toBe(foldReference('mem-I'))
  expect(foldReference('A1')).not.toBe(foldReference('B1'))
})

it('tidies whatever is pasted into one line that may be asked for', () => {
  expect(tidySearch('  FBMAN02814872\t25.32\r\n19MAY ')).toBe('FBMAN02814872 25.32 19MAY')
  for (const text of ['\u0000', '\uD800x', 'é'.repeat(300), '😀'.repeat(300), 'a\nb']) {
    const q = tidySearch(text)
    if (q !== '') expect(readListQuery(new URLSearchParams({ q })).faults, text).toEqual([])
  }
})
