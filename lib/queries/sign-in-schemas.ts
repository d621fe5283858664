// What next-auth's own routes answer.
import * as z from 'zod/mini'

export const csrf = z.object({ csrfToken: z.string() })
/** Where to go from here. */
export const whereTo = z.object({ url: z.string() })
/** `expires` is missing once the session has ended. */
export const session = z.object({ expires: z.optional(z.iso.datetime()) })
export const me = z.object({ email: z.string() })
