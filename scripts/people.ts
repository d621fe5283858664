import { ROLES, roleLabel } from '@/lib/roles'
import { LastAdminError, setPerson } from '@/lib/server/store/people'
import { openStore, putStore } from '@/lib/server/store/store'

// Needs the dashboard's own settings: the change is a record in its chain, under its key.

const USAGE = `npm run people -- <email> <${ROLES.join('|')}|off>`
const [email = '', given = '', ...rest] = process.argv.slice(2)
const role = given === 'off' ? given : ROLES.find((name) => name === given)

if (!/^[^\s@]+@[^\s@]+$/.test(email.trim()) || !role || rest.length > 0) end(2, `Usage: ${USAGE}`)
else await change(email, role)

async function change(whom: string, to: NonNullable<typeof role>): Promise<void> {
  const { DATABASE_URL: url, DATA_DIR: folder = '.data' } = process.env
  try {
    const store = await openStore(url ? { url } : { folder: folder || '.data' })
    putStore(store)
    const person = await setPerson(whom, to).finally(() => store.close())
    if (!person) end(1, `There is no ${whom.trim()} here, so there is nothing to switch off.`)
    else if (person.enabled) end(0, `${person.email} is ${roleLabel[person.role]}, from the next request on.`)
    else end(0, `${person.email} has no access any more; whatever was signed in has ended.`)
  } catch (error) {
    if (error instanceof LastAdminError) end(1, 'This is the last admin: make somebody else one first.')
    else end(1, `Nothing was changed. ${error instanceof Error ? error.message : ''}`)
  }
}

function end(code: number, sentence: string): void {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${sentence}\n`)
  process.exitCode = code
}
