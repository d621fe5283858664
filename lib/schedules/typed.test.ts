import { describe, expect, it } from 'vitest'
import { day } from '@/lib/calendar-date'
import { on } from './examples'
import { isBlock, pastedLines, readTypedDate, typedDate } from './typed'

const c = on('2026-11-30')

describe('a typed day', () => {
  it.each([
    ['21/12/2026', '2026-12-21'],
    ['1/2/27', '2027-02-01'],
    ['01.02.2027', '2027-02-01'],
    ['2027-01-19', '2027-01-19'],
    ['20 jan', '2027-01-20'],
    ['20 January', '2027-01-20'],
    ['3rd feb 2028', '2028-02-03'],
    ['Wed 27 Jan 2027', '2027-01-27'],
    ['  wednesday 27 january 2027 ', '2027-01-27'],
    ['+3wd', '2027-01-22'],
    ['-1wd', '2027-01-18'],
    ['+1w', '2027-01-26'],
    ['- 2d', '2027-01-17'],
  ])('%s is %s, from Tue 19 Jan 2027', (text, expected) => {
    expect(readTypedDate(text, day('2027-01-19'), c)).toBe(expected)
  })

  it.each([
    '',
    '31/06/2027',
    '32 jan',
    'soon',
    'Mon 27 Jan 2027',
    '20/13/2027',
    '19',
    '+wd',
    '1/2',
    '20 ja',
    'x 20 jan',
  ])('"%s" is no day', (text) => {
    expect(readTypedDate(text, day('2027-01-19'), c)).toBeNull()
  })

  it('without a year is the one nearest to what stood there that is still to come', () => {
    expect(readTypedDate('5 jan', day('2026-12-21'), c)).toBe('2027-01-05')
    expect(readTypedDate('20 nov', day('2026-12-21'), c)).toBe('2027-11-20')
    expect(readTypedDate('29 feb', day('2027-02-19'), c)).toBe('2028-02-29')
  })

  it('steps over bank holidays, from today where nothing stood', () => {
    expect(readTypedDate('+1wd', day('2026-12-24'), c)).toBe('2026-12-29')
    expect(readTypedDate('+3wd', null, c)).toBe('2026-12-03')
  })

  it('is shown as it may be typed', () => {
    expect(readTypedDate(typedDate(day('2027-01-09')), null, c)).toBe('2027-01-09')
  })
})

describe('a pasted block', () => {
  it('has date and amount in two columns, and passes over a heading and empty lines', () => {
    expect(pastedLines('Date\tAmount\r\n19/01/2027\t25.32\r\n\r\n19/02/2027;£1,000.00\n', 'date')).toEqual([
      { date: '19/01/2027', amount: '25.32' },
      { date: '19/02/2027', amount: '£1,000.00' },
    ])
  })

  it('fills the column it lands in when it has one', () => {
    expect(pastedLines('10.00\n20.00', 'amount')).toEqual([
      { date: null, amount: '10.00' },
      { date: null, amount: '20.00' },
    ])
  })

  it('is told from text for one field', () => {
    expect(['25.32', ' 25.32\n', '20 jan 2027'].map(isBlock)).toEqual([false, false, false])
    expect(['1\t2', '1\n2', '1;2'].map(isBlock)).toEqual([true, true, true])
  })
})
