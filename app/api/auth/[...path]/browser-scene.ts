import { ask } from '@/lib/server/visitors'
import { GET as me } from '../../me/route'
import { GET, POST } from './route'

// For tests alone: signing in and out as a browser goes through it.

/** A browser: keeps cookies, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()

  async get(path: string): Promise<Response> {
    return this.keep(await GET(ask(`/api/auth/${path}`, { cookie: this.header() }), contextOf(path)))
  }

  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string | null> = {},
  ): Promise<Response> {
    const request = ask(`/api/auth/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      cookie: this.header(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
    return this.keep(await POST(request, contextOf(path)))
  }

  async token(): Promise<string> {
    return (await (await this.get('csrf')).json()).csrfToken
  }

  async signIn(fields: Record<string, string> = {}): Promise<Response> {
    const given = { csrfToken: await this.token(), email: 'agent@quarterday.test', password: 'quarterday' }
    return this.post('callback/credentials', { ...given, ...fields })
  }

  async who(): Promise<string | null> {
    const response = await me(ask('/api/me', { cookie: this.header() }))
    return response.ok ? (await response.json()).email : null
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(name.length + 1)
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return response
  }
}

export const contextOf = (path: string) => ({
  params: Promise.resolve({ path: (path.split('?')[0] ?? '').split('/') }),
})
