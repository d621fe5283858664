import { DRAFT_NAME, forgetDraft, keepDraft } from '@/lib/schedules/draft-contract'
import { readBody } from '@/lib/server/body'
import { dropDraft, findDraft, saveDraft } from '@/lib/server/drafts'
import { handler } from '@/lib/server/handler'

type Names = { id: string }

export const GET = handler<Names>(
  'drafts:keep',
  async ({ params, operator }) => ({ draft: await findDraft(operator.email, params.id) }),
  { names: DRAFT_NAME },
)

export const PUT = handler<Names>(
  'drafts:keep',
  async ({ request, params, operator }) => ({
    draft: await saveDraft(operator.email, params.id, await readBody(request, keepDraft)),
  }),
  { names: DRAFT_NAME },
)

export const DELETE = handler<Names>(
  'drafts:keep',
  async ({ request, params, operator }) => {
    const asked = await readBody(request, forgetDraft)
    await dropDraft(operator.email, params.id, asked?.upTo)
  },
  { names: DRAFT_NAME },
)
