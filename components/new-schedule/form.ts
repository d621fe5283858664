import { createContext, useContext } from 'react'
import type { Circumstances } from '@/lib/schedules/circumstances'
import type { NewReading, NewText } from '@/lib/schedules/new-text'

/** What every step of the form sees: what is typed, what it means, and what is to be told at a field. */
export type NewForm = {
  text: NewText
  set: (part: Partial<NewText>) => void
  reading: NewReading
  c: Circumstances
  /** What is wrong at a field, once it is to be told: the person tried to go on, or the server said so. */
  errorAt: (path: string) => string | undefined
  /** What a payment on this mandate usually is, in pence, where that is known. */
  usual: number | null
  setUsual: (pence: number | null) => void
}

export const NewFormContext = createContext<NewForm | null>(null)

export function useNewForm(): NewForm {
  const form = useContext(NewFormContext)
  if (!form) throw new Error('useNewForm needs a NewFormContext above it')
  return form
}

/** The field's id on the page, for the links of the summary. */
export const fieldId = (path: string) => `new-${path}`
