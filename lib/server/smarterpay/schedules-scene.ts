import 'server-only'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { day } from '@/lib/calendar-date'
import { toPence } from '@/lib/money'
import { isUnreadable, type Schedule } from '@/lib/schedules/model'
import { schedule } from '@/lib/schedules/schemas'
import { decodeSchedule } from './schedules'

// For tests alone: the documented samples, and records like them.

export const SAMPLES = new URL('./samples/', import.meta.url)
export const sample = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8'))
/** The documented record of one schedule. */
export const one = sample('one.response').recurrence_schedule

/** The documented record with some fields otherwise; undefined takes a field away. */
export const record = (fields: Record<string, unknown> = {}) =>
  JSON.parse(JSON.stringify({ ...one, ...fields })) as Record<string, unknown>

export function decoded(fields: Record<string, unknown> = {}): Schedule {
  const row = decodeSchedule(record(fields))
  if (isUnreadable(row)) throw new Error('the whole record is unreadable')
  expect(schedule.parse(row)).toEqual(row)
  return row
}

export const row = (date: string, amount: number) => ({ date: day(date), amount: toPence(amount) })
