import 'server-only'
import type { Right } from '@/lib/roles'

// One line for each route and method: the right it asks for. `public`: anybody; `signed-in`: any person of ours.
// A test holds this against the files under app/api, and against what each handler really asks for.

export type RouteRight = Right | 'public' | 'signed-in'

export const ROUTES = {
  'GET /api/health': 'public',
  'GET /api/health/details': 'health:details',
  'GET /api/auth/*': 'public',
  'POST /api/auth/*': 'public',
  'GET /api/me': 'signed-in',
  'GET /api/sync': 'schedules:read',
  'POST /api/sync': 'schedules:read',
  'GET /api/schedules': 'schedules:read',
  'POST /api/schedules': 'schedules:create',
  'GET /api/schedules/{id}': 'schedules:read',
  'PATCH /api/schedules/{id}': 'schedules:change',
  'GET /api/schedules/{id}/lineage': 'schedules:read',
  'PUT /api/schedules/{id}/upcoming': 'schedules:change',
  'POST /api/schedules/{id}/disable': 'schedules:disable',
  'GET /api/schedules/{id}/draft': 'drafts:keep',
  'PUT /api/schedules/{id}/draft': 'drafts:keep',
  'DELETE /api/schedules/{id}/draft': 'drafts:keep',
  'GET /api/collections': 'schedules:read',
  'GET /api/collections/payments': 'schedules:read',
  'GET /api/collections/turning': 'schedules:read',
  'GET /api/collections/snapshots': 'schedules:read',
  'POST /api/collections/snapshots': 'snapshots:take',
  'GET /api/collections/moved': 'schedules:read',
  'GET /api/collections/moved/payments': 'schedules:read',
  'GET /api/watch': 'watch:read',
  'GET /api/watch/counts': 'watch:read',
  'GET /api/activity': 'activity:read',
  'GET /api/activity/entries': 'activity:read',
  'POST /api/exports': 'exports:make',
  'GET /api/exports/{id}': 'exports:make',
  'GET /api/exports/{id}/file': 'exports:make',
  'GET /api/views': 'views:keep',
  'POST /api/views': 'views:keep',
  'PUT /api/views/{id}': 'views:keep',
  'DELETE /api/views/{id}': 'views:keep',
  'GET /api/changes/{id}': 'schedules:read',
  'POST /api/changes/{id}/again': 'schedules:change',
  'POST /api/changes/{id}/resolve': 'changes:resolve',
  'GET /api/schedules/{id}/payments': 'schedules:read',
  'GET /api/mandates/{id}': 'schedules:read',
  'GET /api/mandates/{id}/customer': 'schedules:read',
  'GET /api/mandates/{id}/bank-account': 'schedules:read',
  'GET /api/mandates/{id}/schedules': 'schedules:read',
  'GET /api/cards/{id}': 'schedules:read',
  'GET /api/cards/{id}/customer': 'schedules:read',
} as const satisfies Record<string, RouteRight>

const PATTERNS = Object.keys(ROUTES).map((route) => {
  const [method = '', pattern = ''] = route.split(' ')
  return { method, pattern: patternOf(pattern) }
})

/** Methods that a path of the API knows, in the table's order; none: there is no such path. HEAD goes with GET. */
export function methodsOf(pathname: string): string[] {
  const path = pathname.replace(/\/$/, '')
  const known = PATTERNS.flatMap(({ method, pattern }) => (pattern.test(path) ? [method] : []))
  return known.includes('GET') ? [...known, 'HEAD'] : known
}

/** Whether the address of a request, as it came, names a path of the API spelt plainly and a method that it knows. */
export function isKnownCall(method: string, address: string): boolean {
  const [path = ''] = address.split('?')
  return !path.includes('%') && methodsOf(path).includes(method)
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (part === '*') return '.+'
    return part.startsWith('{') ? '[^/]+' : part
  })
  return new RegExp(`^${parts.join('/')}$`)
}
