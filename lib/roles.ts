// Who may do what: four roles, and the rights of each. What a person holds is looked up on the server at every request.

export const ROLES = ['agent', 'finance', 'lead', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What a role is called on screen. */
export const roleLabel: Record<Role, string> = {
  agent: 'Agent',
  finance: 'Finance',
  lead: 'Team lead',
  admin: 'Admin',
}

/**
 * Each right and the roles that hold it. A right opens a door; limits behind it (an agent's own rows, amounts, notice,
 * reasons) belong to the act itself.
 */
const HOLDERS = {
  'schedules:read': ['agent', 'finance', 'lead', 'admin'],
  /** Dates, amounts, the upcoming list. */
  'schedules:change': ['agent', 'lead'],
  /** The same inside the notice period of a Direct Debit: an agent with the payer's agreement, both with a reason. */
  'schedules:change-inside-notice': ['agent', 'lead'],
  /** The same above AGENT_LIMIT_PENCE. */
  'schedules:change-above-limit': ['lead'],
  'schedules:create': ['agent', 'lead'],
  'schedules:disable': ['lead'],
  'schedules:bulk': ['lead'],
  /** An agent: changes of their own. */
  'changes:resolve': ['agent', 'lead'],
  'changes:approve': ['finance', 'lead'],
  /** One's own typed work on a schedule. */
  'drafts:keep': ['agent', 'lead'],
  /** One's own views of the list, and reading the shared ones. */
  'views:keep': ['agent', 'finance', 'lead', 'admin'],
  'views:share': ['lead'],
  /** An agent: rows of their own filter, at most 500. */
  'exports:make': ['agent', 'finance', 'lead'],
  /** More than those 500. */
  'exports:large': ['finance', 'lead'],
  /** An agent: their own entries, and those of one schedule. */
  'activity:read': ['agent', 'finance', 'lead', 'admin'],
  'activity:read-all': ['finance', 'lead', 'admin'],
  /** What needs a hand over the whole book. */
  'watch:read': ['finance', 'lead', 'admin'],
  /** Keeping what will be collected, to hold a later day against it. */
  'snapshots:take': ['finance', 'lead'],
  'records:verify': ['lead', 'admin'],
  'health:details': ['lead', 'admin'],
  'people:manage': ['admin'],
  'settings:manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof HOLDERS
export const RIGHTS = Object.keys(HOLDERS) as Right[]

export function may(who: Role, what: Right): boolean {
  return (HOLDERS[what] as readonly Role[]).includes(who)
}

/** Every right of a role, in a fixed order. */
export function rightsOf(who: Role): Right[] {
  return RIGHTS.filter((what) => may(who, what))
}

/** For people: "Agent or Team lead". */
export function whoMay(what: Right): string {
  const labels = HOLDERS[what].map((who) => roleLabel[who])
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}`
}

/** The header in which a page says for whom it was drawn; without it a request is answered as whoever is signed in. */
export const PERSON_HEADER = 'Quarterday-Person'
/** An e-mail as that header carries it. */
export const asPersonHeader = (email: string): string => encodeURIComponent(email)
