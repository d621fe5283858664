import 'server-only'

// What proxy.ts tells the page behind it, in headers of the request; whatever a client writes there is overwritten.

/** The page's own path and query, so that signing in leads back to it. */
export const ADDRESS_HEADER = 'x-page-address'
/** The token that the sign-in form must bear. */
export const FORM_TOKEN_HEADER = 'x-form-token'
