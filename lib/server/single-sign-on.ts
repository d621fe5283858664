import 'server-only'
import type { Provider } from 'next-auth/providers/index'
import { ROLES, type Role } from '@/lib/roles'
import type { Environment } from './env'
import { type Person, personFromClaim } from './store/people'

// OpenID Connect: code flow with PKCE, state and nonce, one fixed issuer; a claim says the role.

type Claims = Record<string, unknown>

/** The provider, or null where no issuer is set. */
export function singleSignOn(settings: Environment): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings
  if (!issuer || !clientId || !clientSecret) return null
  return {
    id: 'sso',
    name: 'Single sign-on',
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    profile: (claims: Claims) => ({ id: String(claims.sub), email: textOf(claims.email), name: textOf(claims.name) }),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** The one role that a claim names, as text or list; null for none or several. */
export function roleFromClaim(value: unknown): Role | null {
  const told: unknown[] = Array.isArray(value) ? value : [value]
  const roles = ROLES.filter((role) => told.includes(role))
  return roles.length === 1 ? (roles[0] ?? null) : null
}

/** The person whom an ID token speaks of, their row written from the claim; null: no access. */
export async function personOf(claims: Claims, settings: Environment): Promise<Person | null> {
  const issuer = (text: unknown) => String(text).replace(/\/$/, '')
  const email = textOf(claims.email)
  if (issuer(claims.iss) !== issuer(settings.OIDC_ISSUER) || !email || claims.email_verified === false) return null
  return personFromClaim(email, textOf(claims.name), roleFromClaim(claims[settings.OIDC_ROLE_CLAIM]))
}
