import 'server-only'

/** Where to go after signing in: a page of our own as path and query, else `/`. `origin` is the dashboard's. */
export function returnPath(text: string | null | undefined, origin: string): string {
  if (!text || text.length > 2_000 || /[\p{Cc}\\]/u.test(text) || text.startsWith('//')) return '/'
  let url: URL
  try {
    url = new URL(text, origin)
  } catch {
    return '/'
  }
  const own = url.origin === origin && url.username === '' && url.password === ''
  if (!own || url.pathname.startsWith('//') || /^\/(?:api|sign-in|_next)(?:\/|$)/.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
