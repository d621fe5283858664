// What reached the sandbox, word for word, in the order in which it came.
const KEPT = 20_000

export type LogEntry = {
  seq: number
  /** UTC instant of the machine. */
  at: string
  method: string
  /** As sent, before any folding of case. */
  path: string
  query: string
  authorization: 'valid' | 'invalid' | 'absent'
  contentType: string | null
  accept: string | null
  idempotencyKey: string | null
  /** The exact text; empty for none, null if it was never read. */
  body: string | null
  /** Null while no answer was given. */
  status: number | null
  /** The answer was a stored one. */
  replay: boolean
  /** A write that took effect. */
  applied: boolean
  fault: string | null
}

export class Log {
  entries: LogEntry[] = []
  #seq = 0

  open(
    entry: Pick<LogEntry, 'method' | 'path' | 'query' | 'authorization' | 'contentType' | 'accept' | 'idempotencyKey'>,
  ): LogEntry {
    this.#seq += 1
    const opened = {
      seq: this.#seq,
      at: new Date().toISOString(),
      ...entry,
      body: null,
      status: null,
      replay: false,
      applied: false,
      fault: null,
    }
    this.entries.push(opened)
    if (this.entries.length > KEPT) this.entries.splice(0, this.entries.length - KEPT)
    return opened
  }

  since(seq: number): LogEntry[] {
    return this.entries.filter((entry) => entry.seq > seq)
  }
}
