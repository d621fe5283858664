import type { Action } from '@/lib/schedules/changes'

const WORDS: Record<Action, string> = {
  'replace-upcoming': 'A change of payments',
  amend: 'A change of the rule',
  disable: 'A disabling',
  create: 'This schedule’s creation',
}

/** What somebody did to the schedule on whose page it stands, as the subject of a sentence. */
export const actionWords = (action: Action): string => WORDS[action]
