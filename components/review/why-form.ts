// Why a person makes a change, as it is filled in, and what still keeps it from being sent.
import { textFault } from '@/lib/plain-text'
import { NOTE_LENGTH, REASONS, type Reason, type Why } from '@/lib/schedules/changes'

export const REASON_WORDS: Record<Reason, string> = {
  'customer-asked': 'Customer asked',
  'financial-difficulty': 'Financial difficulty',
  'error-correction': 'Error correction',
  'bank-holiday': 'Bank holiday',
  other: 'Other',
}

export type WhyText = {
  reason: string
  note: string
  /** The very words that were read out and agreed to; other words are not agreed to. */
  agreedTo: string | null
}

export const EMPTY_WHY: WhyText = { reason: '', note: '', agreedTo: null }

export type WhyFault = { field: 'reason' | 'note' | 'agreed'; message: string }

/** What is missing. `script`: the words as they stand now. `needsAgreement`: an agent inside the notice period. */
export function whyFaults(why: WhyText, script: string, needsAgreement: boolean): WhyFault[] {
  const faults: WhyFault[] = []
  if (!isComplete(why)) faults.push({ field: 'reason', message: 'Choose a reason.' })
  if (why.reason === 'other' && why.note.trim() === '')
    faults.push({ field: 'note', message: 'Say what the reason is.' })
  if (why.note.length > NOTE_LENGTH)
    faults.push({ field: 'note', message: `At most ${NOTE_LENGTH} characters; this has ${why.note.length}.` })
  const strange = textFault(why.note)
  if (strange !== null) faults.push({ field: 'note', message: strange })
  if (needsAgreement && why.agreedTo !== script)
    faults.push({ field: 'agreed', message: 'Inside the notice period the customer must agree first.' })
  return faults
}

/** Whether a reason is chosen, so that it can be sent. */
export const isComplete = (why: WhyText): boolean => REASONS.some((reason) => reason === why.reason)

/** As it is sent. Call it once nothing is missing: throws where no reason is chosen. */
export function whyOf(why: WhyText, script: string): Why {
  const reason = REASONS.find((one) => one === why.reason)
  if (!reason) throw new Error('a change needs a reason')
  const note = why.note.trim()
  return { reason, ...(note !== '' && { note }), agreed: why.agreedTo === script }
}
