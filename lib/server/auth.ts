import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { env } from './env'
import { type Operator, operatorOf } from './operator'
import { ADDRESS_HEADER } from './page-headers'
import { returnPath } from './return-path'

// Who is looking at a page. Pages ask here, route handlers ask through `handler`; proxy.ts is a courtesy and no guard.

/** The person looking at this page, or null. Asked once for one page. */
export const currentOperator = cache(async (): Promise<Operator | null> => {
  const held = (await cookies()).getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  return operatorOf(held.join('; '), { touch: true })
})

/** The person looking at this page; a stranger is sent to sign in, and comes back to this page after. */
export async function requireOperator(): Promise<Operator> {
  const operator = await currentOperator()
  if (operator) return operator
  const back = returnPath((await headers()).get(ADDRESS_HEADER), env().NEXTAUTH_URL)
  redirect(back === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(back)}`)
}
