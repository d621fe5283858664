import 'server-only'

// The headers that every answer of this server bears, whoever made it. Pages add a policy of their own with a nonce.

/** For answers that are no pages: nothing in them may be run, shown or framed. */
export const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** On every answer. */
const COMMON: Record<string, string> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}

/** Of the API, of errors and of everything that nobody else thought of. */
export const closedHeaders: Readonly<Record<string, string>> = {
  ...COMMON,
  'Content-Security-Policy': CLOSED_POLICY,
  'Cache-Control': 'no-store',
}

/** Of a page; `nonce` is made for this one answer. Development needs eval for its error overlay. */
export function pageHeaders(nonce: string, development: boolean): Record<string, string> {
  return {
    ...COMMON,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
      `style-src 'self' 'nonce-${nonce}'`,
      // Server-rendered style attributes: positions of popovers and bars.
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  }
}
