import type { Role } from '@/lib/roles'

/** Who makes a change, as far as its screens ask, and where it goes. The server decides for itself again. */
export type Reviewer = {
  name: string
  role: Role
  target: 'sandbox' | 'uat' | 'live'
  seesRequests: boolean
}

export const reviewerOf = ({ name, role }: { name: string; role: Role }, target: Reviewer['target']): Reviewer => ({
  name,
  role,
  target,
  seesRequests: role === 'lead' || role === 'admin',
})

/** Agents need the payer's agreement inside the notice period; a team lead answers for it with a reason. */
export const needsAgreement = ({ role }: Reviewer, shortNotice: boolean): boolean => shortNotice && role === 'agent'
