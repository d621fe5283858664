import 'next-auth/jwt'

declare module 'next-auth/jwt' {
  interface JWT {
    /** Id of the session; its row in the store is the truth. */
    sid: string
  }
}
