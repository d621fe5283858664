// What came of a confirmation, as its screens tell it apart: done, done otherwise, not done, not known yet.
import { type Problem, type ProblemChange, ProblemError } from '@/lib/problem'
import type { Change, ChangeAnswer } from '@/lib/schedules/changes'

export type Outcome =
  | { kind: 'saved'; answer: ChangeAnswer }
  | { kind: 'adjusted'; answer: ChangeAnswer }
  /** SmarterPay's own words. */
  | { kind: 'refused'; reason: string }
  | { kind: 'stale' }
  | { kind: 'busy'; change: string | null }
  /** Nobody knows yet: to be followed by its key. `problem` is what the sending ran into. */
  | { kind: 'open'; problem: Problem | null }
  | { kind: 'not-applied' }
  /** Recorded and final, but no words of SmarterPay's: it does not accept this dashboard. */
  | { kind: 'turned-away'; problem: Problem }
  | { kind: 'needs-attention'; change: Change }
  /** Nothing left this dashboard; the same confirmation may be pressed again. */
  | { kind: 'not-sent'; problem: Problem }

/** Beside whatever a confirmation ran into before anything left. */
export const NOTHING_SENT = 'Nothing was sent; your draft is kept.'

/** A 2xx answer: confirmed row by row, or taken with differences. */
export function outcomeOfAnswer(answer: ChangeAnswer): Outcome {
  return { kind: answer.change.state === 'adjusted' ? 'adjusted' : 'saved', answer }
}

const namesKey = (problem: Problem): boolean =>
  problem.kind === 'bad-input' && problem.fields.some(({ path }) => path === 'Idempotency-Key')

/** Nothing was sent, for something else was under the same key. */
export const isUsedKey = (error: unknown): boolean => error instanceof ProblemError && namesKey(error.problem)

/**
 * A problem that a write ran into. `change` is what the dashboard recorded of it: with one its state decides, without one
 * nothing was sent, save where nobody can know: then the outcome is open, and the change itself is asked.
 */
export function outcomeOfProblem(problem: Problem, change: ProblemChange | null, key: string): Outcome {
  switch (problem.kind) {
    case 'refused':
      return { kind: 'refused', reason: problem.reason }
    case 'stale':
      return { kind: 'stale' }
    case 'busy':
      return change?.id === key ? { kind: 'open', problem } : { kind: 'busy', change: change?.id ?? null }
    case 'outcome-unknown':
    case 'unexpected':
      return { kind: 'open', problem }
    case 'bad-input':
      // Something else was sent under this key on an earlier visit: it is told what came of that.
      return namesKey(problem) ? { kind: 'open', problem: null } : { kind: 'not-sent', problem }
    default:
      if (change?.id !== key) return { kind: 'not-sent', problem }
      return change.state === 'not-applied'
        ? { kind: 'not-applied' }
        : change.state === 'refused'
          ? { kind: 'turned-away', problem }
          : { kind: 'open', problem }
  }
}

const SPENT: readonly Outcome['kind'][] = ['saved', 'refused', 'not-applied', 'turned-away']

/**
 * A key that has had its final answer would only have it repeated: the next confirmation takes another. What needs
 * attention, or was saved otherwise than it was sent, waits for a person: whoever comes back to its work is shown that.
 */
export const isSpent = ({ kind }: Outcome): boolean => SPENT.includes(kind)
