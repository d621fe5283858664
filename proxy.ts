import { type NextRequest, NextResponse } from 'next/server'
import { REFUSED_HEADER } from '@/lib/server/connection'
import { env } from '@/lib/server/env'
import { pageHeaders } from '@/lib/server/headers'
import { ADDRESS_HEADER, FORM_TOKEN_HEADER } from '@/lib/server/page-headers'
import { problemResponse, RequestError } from '@/lib/server/problem-response'
import { methodsOf } from '@/lib/server/rights'
import { cookieNames, formToken, isSecure, readCookies, sessionIdOf } from '@/lib/server/session-cookie'

// Before every page: headers, a nonce for each, and a stranger's way to the sign-in page. A courtesy: pages and route handlers
// ask for themselves who is there. Of the API only what its routes would not answer in their own words.

export const config = {
  matcher: [
    '/((?!_next/static/|api/|api$).*)',
    { source: '/api/:path*', has: [{ type: 'header', key: 'x-odd-request' }] },
  ],
}

const ICON = /^\/(?:favicon|icon|apple-icon)[\w.-]*$/

export async function proxy(request: NextRequest): Promise<Response> {
  const refused = request.headers.get(REFUSED_HEADER)
  if (refused) return refuse(new RequestError(400, refused, 'This header is not taken from outside.'))
  const { pathname, search } = request.nextUrl
  if (/^\/api(?:\/|$)/.test(pathname)) return passApi(request, pathname)
  if (ICON.test(pathname)) return NextResponse.next()
  if (!isDecodable(pathname)) return toReadable(request)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(notAllowed(['GET', 'HEAD']), ['GET', 'HEAD'])

  const settings = env()
  const cookies = readCookies(request.headers.get('cookie'))
  const open = pathname === '/sign-in'
  if (!open && (await sessionIdOf(cookies, settings)) === null) return toSignIn(request)

  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const answerHeaders = pageHeaders(nonce, settings.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', answerHeaders['Content-Security-Policy'] ?? '')
  headers.set(ADDRESS_HEADER, `${pathname}${withoutRsc(search)}`)
  const form = open ? formToken(cookies, settings) : undefined
  if (form) headers.set(FORM_TOKEN_HEADER, form.token)
  else headers.delete(FORM_TOKEN_HEADER)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(answerHeaders)) response.headers.set(name, value)
  if (form?.cookie)
    response.cookies.set(cookieNames(settings).csrfToken, form.cookie, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: isSecure(settings),
    })
  return response
}

/** A known address asked in a way it does not know; whether an address exists is the routes' own affair. */
function passApi(request: NextRequest, pathname: string): Response {
  if (!isDecodable(pathname)) return problemResponse({ kind: 'not-found', what: 'address' })
  const methods = methodsOf(pathname)
  if (methods.length > 0 && !methods.includes(request.method)) return refuse(notAllowed(methods), methods)
  return NextResponse.next()
}

/** False for half a character, which the framework would answer with 500. */
function isDecodable(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== ''
  } catch {
    return false
  }
}

/** The same odd address with its marks spelt out, so that it ends on the page for what does not exist. */
function toReadable(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl
  return NextResponse.redirect(new URL(`${pathname.replaceAll('%', '%25')}${search}`, request.nextUrl))
}

const notAllowed = (methods: string[]) => new RequestError(405, 'method', `This address knows ${methods.join(', ')}.`)

function refuse(error: RequestError, allow?: string[]): Response {
  return problemResponse(error.problem, { status: error.status, headers: allow ? { Allow: allow.join(', ') } : {} })
}

function toSignIn(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl
  const back = `${pathname}${withoutRsc(search)}`
  const address = new URL('/sign-in', request.nextUrl)
  if (back !== '/') address.searchParams.set('callbackUrl', back)
  return NextResponse.redirect(address)
}

/** An address as people know it, without the mark that Next adds when it fetches a page for itself. */
function withoutRsc(search: string): string {
  const params = new URLSearchParams(search)
  if (!params.has('_rsc')) return search
  params.delete('_rsc')
  return params.size > 0 ? `?${params}` : ''
}
