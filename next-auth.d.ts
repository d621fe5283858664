import 'next-auth'
import 'next-auth/jwt'
import type { Role } from '@/lib/roles'

declare module 'next-auth' {
  interface Session {
    user: { name: string; email: string; role: Role }
  }
  interface User {
    /** Version of the person's row at sign-in. */
    version: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** Id of the session; its row in the store is the truth. */
    sid: string
  }
}
