import { rightsOf } from '@/lib/roles'
import { handler } from '@/lib/server/handler'

/** The person who asks, and what they may. */
export const GET = handler('signed-in', ({ operator: { name, email, role } }) => ({
  name,
  email,
  role,
  can: rightsOf(role),
}))
