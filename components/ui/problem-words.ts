// What the operator reads for each kind of problem: what is so, what follows, whether asking again can help.
import { countOf } from '@/lib/count'
import type { Problem } from '@/lib/problem'
import type { Role } from '@/lib/roles'
import type { Tone } from './banner'
import { OUR_FAULT } from './our-fault'

export type ProblemWords = {
  title: string
  text: string
  tone: Tone
  /** SmarterPay's own words, shown as a quote. */
  quote?: string
  /** Asking again may help. */
  again: boolean
  /** Seconds until asking again makes sense, where somebody said so. */
  waitSeconds?: number
  /** Finds it in the log. */
  ref?: string
}

/** "20 seconds", "2 minutes"; minutes are rounded up. */
export function waitText(seconds: number): string {
  return seconds < 100 ? countOf(seconds, 'second') : countOf(Math.ceil(seconds / 60), 'minute')
}

const HAS_RIGHT = 'A team lead or an administrator can tell you who may.'

/**
 * Words for a problem. Nothing of ours is guessed into them: the kind decides, SmarterPay's text stays a quote.
 * `role`: of the reader, where it is known; an administrator is told what to look after.
 */
export function problemWords(problem: Problem, role: Role | null = null): ProblemWords {
  switch (problem.kind) {
    case 'not-signed-in':
      return {
        tone: 'neutral',
        title: 'You were signed out.',
        text: 'Your typing is kept: sign in to go on.',
        again: false,
      }
    case 'not-allowed':
      return { tone: 'neutral', title: 'Your role does not include this.', text: HAS_RIGHT, again: false }
    case 'bad-input': {
      const messages = problem.fields.map(({ message }) => message)
      return {
        tone: 'danger',
        title: 'There is a problem.',
        text: messages.length > 0 ? messages.join(' ') : 'Something in the request cannot be read.',
        again: false,
      }
    }
    case 'too-large':
      return {
        tone: 'danger',
        title: 'This is too much at once.',
        text: 'Nothing was done. Ask for less in one go.',
        again: false,
      }
    case 'too-many':
      return {
        tone: 'warn',
        title: 'Too many requests in a short time.',
        text: `Nothing was done. Try again in ${waitText(problem.retryAfterSeconds)}.`,
        again: true,
        waitSeconds: problem.retryAfterSeconds,
      }
    case 'not-found':
      return {
        tone: 'neutral',
        title: `This ${problem.what || 'page'} does not exist or you do not have access.`,
        text: 'Check the reference, or ask a team lead.',
        again: false,
      }
    case 'stale':
      return {
        tone: 'warn',
        title: 'This schedule changed after you opened it.',
        text: 'Nothing was sent. Your typing is kept; look at what is there now.',
        again: false,
      }
    case 'busy':
      return {
        tone: 'warn',
        title: 'Another change to this schedule is not finished.',
        text: 'Nothing was sent. Look at the other change first.',
        again: true,
      }
    case 'refused':
      return {
        tone: 'danger',
        title: 'There is a problem.',
        text: 'SmarterPay refused this. Nothing was changed.',
        quote: problem.reason,
        again: false,
      }
    case 'unreachable':
      if (problem.offline)
        return {
          tone: 'warn',
          title: 'This dashboard cannot be reached.',
          text: 'The connection from this browser failed; nothing was changed.',
          again: true,
        }
      return {
        tone: 'warn',
        title: 'SmarterPay is not answering.',
        text: 'Nothing was changed there.',
        again: true,
        ...(problem.retryAfterSeconds !== undefined && { waitSeconds: problem.retryAfterSeconds }),
      }
    case 'not-recorded':
      return {
        tone: 'warn',
        title: 'Changes are paused.',
        text: 'No record of the change could be made, so nothing was sent. Looking still works.',
        again: true,
      }
    case 'outcome-unknown':
      return {
        tone: 'warn',
        title: 'SmarterPay has not confirmed the change.',
        text: 'It may have been saved, or not. We are checking: do not send it again.',
        again: false,
      }
    case 'unreadable':
      return {
        tone: 'warn',
        title: 'SmarterPay’s answer could not be read.',
        text: 'It answered, but not in a form this dashboard understands. Nothing was changed.',
        again: true,
      }
    case 'misconfigured':
      return {
        tone: 'danger',
        title: 'The connection to SmarterPay needs an administrator.',
        text:
          role === 'admin'
            ? 'SmarterPay does not accept this dashboard’s access: renew it where the dashboard is set up, then try again. Nothing was changed; everybody stays signed in.'
            : 'SmarterPay does not accept this dashboard’s access. Tell an administrator. Nothing was changed; you stay signed in.',
        again: true,
      }
    case 'unexpected':
      return { tone: 'danger', ...OUR_FAULT, again: true, ref: problem.ref }
  }
}
