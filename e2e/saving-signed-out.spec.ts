// Typed payments through the end of a session, and through somebody else's sign-in beside.
import { Editor, JULY, JUNE, listWith } from './editor'
import { draftKept, expect, expectAccessible, test } from './fixtures'
import { typedForJuly } from './typed-for-july'

test('a session that ends while typing costs no typing: it is given back after signing in', async ({
  agent,
  context,
  sandbox,
  signIn,
  watch,
}) => {
  // 401: signed out. 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404)
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox)
  const kept = draftKept(agent)
  await editor.skip(JUNE)
  await kept
  await context.clearCookies({ name: /session-token/ })
  await editor.confirm()
  await expect(editor.review.getByText('You were signed out.')).toBeVisible()
  expect(await sandbox.writesTo(id)).toEqual([])
  await signIn('agent')
  await agent.reload()
  await expect(agent.getByText(/^You have an unsaved draft from/)).toBeVisible()
  await expectAccessible(agent)
  await agent.getByRole('button', { name: 'Continue' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  await expect(editor.bar).toContainText('2 changes')
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.listOf(id)).toEqual(listWith({ '2025-06-19': 0, '2025-07-21': 4000 }))
})

test('where somebody else has signed in beside, nothing of this page is kept or sent in their name', async ({
  agent,
  context,
  house,
  sandbox,
  signIn,
  watch,
}) => {
  // 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404)
  const editor = new Editor(agent)
  const { id } = await typedForJuly(editor, sandbox)
  await signIn('lead')
  await editor.skip(JUNE)
  await editor.confirm()
  await expect(editor.review.getByText('You were signed out.')).toBeVisible()
  expect(await sandbox.writesTo(id)).toEqual([])
  const kept = await context.request.get(`${house.url}/api/schedules/${id}/draft`)
  expect(await kept.json(), 'the team lead’s own').toEqual({ draft: null })
  await signIn('agent')
  await agent.reload()
  await agent.getByRole('button', { name: 'Continue' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
})
