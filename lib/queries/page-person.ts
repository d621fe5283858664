import { asPersonHeader, PERSON_HEADER } from '@/lib/roles'

// Whose page this is, as the server drew it. Another tab of this browser may have signed somebody else in since: what
// leaves this page says for whom, so that nothing is read, kept or sent in another's name.

let person: string | null = null

/** By e-mail. */
export const setPagePerson = (email: string): void => {
  person = email
}

export const personHeader = (): Record<string, string> =>
  person === null ? {} : { [PERSON_HEADER]: asPersonHeader(person) }
