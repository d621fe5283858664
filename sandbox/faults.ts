// Faults on demand: which request meets which, how often. What each does is in fault-acts.ts; the README lists them.
import type { Book } from './book'

/** At the door: the request is not handled, so nothing is applied, unless `params.applied` says otherwise where that can be. */
export const AT_THE_DOOR = [
  'reset',
  'silence',
  'status',
  '500',
  '429',
  '503',
  '498',
  'gateway-html',
  'redirect',
  'failure-stored',
] as const
/** On the way out: the request is handled and, if it is a write, applied; the answer goes wrong. */
export const ON_THE_WAY_OUT = [
  'applied-reset',
  'applied-silence',
  'applied-late',
  '204',
  'html-200',
  'cut-json',
  'other-record',
  'parts',
  'slow',
  'huge',
  'drift',
  'stored-differently',
  'reads-behind',
  'delay',
] as const
export const IN_THE_LIST = ['page-ignored', 'page-repeats', 'vanishing-row', 'endless', 'empty-page'] as const

const NAMES: readonly string[] = [...AT_THE_DOOR, ...ON_THE_WAY_OUT, ...IN_THE_LIST]
export type FaultName = (typeof AT_THE_DOOR)[number] | (typeof ON_THE_WAY_OUT)[number] | (typeof IN_THE_LIST)[number]

export type Match = {
  method?: string
  /** Resource name, lower case, such as `recurrenceschedules`; a final `*` stands for any ending. */
  path?: string
  id?: string
  /** Parameters that the query must hold with these values. */
  query?: Record<string, string>
  /** A text that the body must hold. */
  body?: string
}
export type Fault = {
  match: Match
  fault: FaultName
  /** How many requests still meet it; null: every one. */
  times: number | null
  /** How many matching requests it lets pass first. */
  after: number
  params: Record<string, unknown>
  met: number
}
export type Asked = { method: string; resource: string; id: string | null; query: URLSearchParams }

/** Reads faults as the control address was given them; a sentence about the first that makes no sense. */
export function parseFaults(given: unknown): Fault[] | string {
  if (!Array.isArray(given)) return 'faults must be a list'
  const faults: Fault[] = []
  for (const item of given) {
    const name = String(item?.fault)
    if (!NAMES.includes(name)) return `there is no fault ${name}; there are ${NAMES.join(', ')}`
    const { match = {}, times = null, after = 0, params = {} } = item
    if (times !== null && !(Number.isInteger(times) && times > 0)) return 'times must be a number from 1'
    faults.push({ match, fault: name as FaultName, times, after, params, met: 0 })
  }
  return faults
}

function fits({ match }: Fault, asked: Asked, body: string | null): boolean {
  if (match.method && match.method.toUpperCase() !== asked.method) return false
  if (match.id && match.id !== asked.id) return false
  if (match.body !== undefined && (body === null || !body.includes(match.body))) return false
  if (Object.entries(match.query ?? {}).some(([name, value]) => asked.query.get(name) !== value)) return false
  const path = match.path?.toLowerCase()
  if (!path) return true
  return path.endsWith('*') ? asked.resource.startsWith(path.slice(0, -1)) : asked.resource === path
}

/** The first fault that this request meets, counted as met. Without a body only those that do not ask for one. */
export function takeFault(book: Book, asked: Asked, body: string | null): Fault | null {
  for (const fault of book.faults) {
    if ((fault.match.body !== undefined) !== (body !== null) || !fits(fault, asked, body)) continue
    fault.met += 1
    if (fault.met <= fault.after) continue
    if (fault.times !== null) {
      fault.times -= 1
      if (fault.times === 0) book.faults = book.faults.filter((other) => other !== fault)
    }
    return fault
  }
  return null
}

/** Whether the request is handled at all. */
export function isHandled({ fault, params }: Fault): boolean {
  if (typeof params.applied === 'boolean') return params.applied
  return !(AT_THE_DOOR as readonly string[]).includes(fault)
}

export function numberParam({ params }: Fault, name: string, standard: number): number {
  const value = params[name]
  return typeof value === 'number' ? value : standard
}
