// A change in words: what it was, who sent it and when.
import { formatInstant } from '@/lib/calendar-date'
import type { Action } from './changes'

const CHANGE_WORDS: Record<Action, string> = {
  'replace-upcoming': 'a change of the payments',
  amend: 'a change of the rule',
  disable: 'the disabling',
  create: 'the creation',
}

/** What was changed, in words that "of MEM-204417" may follow: "a change of the payments". */
export const changeText = (action: Action | undefined): string => (action ? CHANGE_WORDS[action] : 'a change')

/** "sent by lead@example.com on Thu 5 Jun 2025, 14:32", the moment in UTC told in London's time; nothing where nobody can tell. */
export function sentText({ by, sentAt }: { by?: string | undefined; sentAt?: string | null | undefined }): string {
  if (!by && !sentAt) return ''
  return `sent${by ? ` by ${by}` : ''}${sentAt ? ` on ${formatInstant(new Date(sentAt))}` : ''}`
}
