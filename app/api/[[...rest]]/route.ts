import { problemResponse } from '@/lib/server/problem-response'

// Addresses of the API that do not exist, in the API's own shape.

const nothing = () => problemResponse({ kind: 'not-found', what: 'address' })

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT }
