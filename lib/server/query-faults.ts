import 'server-only'
import { ProblemError } from '@/lib/problem'

/** What was read from a route's address, if nothing in it is at fault. Throws bad-input that names each fault. */
export function faultless<T>({ query, faults }: { query: T; faults: { path: string; message: string }[] }): T {
  if (faults.length > 0) throw new ProblemError({ kind: 'bad-input', fields: faults })
  return query
}
