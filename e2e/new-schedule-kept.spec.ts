// What is typed into a new schedule outlives the session it was typed in.
import { draftKept, expect, expectAccessible, test } from './fixtures'
import { aMandate, create, next, openNew, step, toLastStep, toLastStepOnceMore, writes } from './new-schedule-steps'

const description = 'Description'

test('a session that ends before the last press costs nothing: after signing in it goes on where it stood', async ({
  agent,
  context,
  sandbox,
  signIn,
  watch,
}) => {
  // 401: signed out. 404: the kept key is asked after, and nothing was sent under it.
  watch.allowStatus(401, 404)
  const { auddis } = await aMandate(sandbox)
  await toLastStep(agent, auddis)
  await expect(agent.getByText('Draft kept')).toBeVisible()
  await context.clearCookies({ name: /session-token/ })
  await create(agent).click()
  await expect(agent.getByText('You were signed out.')).toBeVisible()
  await expectAccessible(agent)
  expect(await writes(sandbox, auddis)).toEqual([])
  await agent.getByRole('button', { name: 'Change amounts and dates' }).click()
  await expect(agent.getByRole('textbox', { name: 'Amount each time in pounds' })).toHaveValue('25.00')

  await signIn('agent')
  await next(agent).click()
  await create(agent).click()
  await expect(agent.getByRole('heading', { name: /stands at SmarterPay/ })).toBeVisible()
  expect(await writes(sandbox, auddis)).toHaveLength(1)
})

test('typed while signed out, and left: the last kept draft is there after signing in, for that person alone', async ({
  agent,
  context,
  sandbox,
  signIn,
  watch,
}) => {
  watch.allowStatus(401, 404)
  const { auddis } = await aMandate(sandbox)
  await openNew(agent)
  await agent.getByRole('textbox', { name: 'AUDDIS reference' }).fill(auddis)
  await agent.getByRole('textbox', { name: description }).fill('Allotment')
  await expect(agent.getByText('Draft kept')).toBeVisible()
  await context.clearCookies({ name: /session-token/ })
  await agent.getByRole('textbox', { name: description }).fill('Allotment, plot 9')
  await expect(agent.getByText('The draft could not be kept; it stands on this page.')).toBeVisible()

  await signIn('lead')
  await agent.goto('/schedules/new')
  await expect(step(agent, 'Who and how')).toBeVisible()
  await expect(agent.getByRole('textbox', { name: description }), 'another person').toHaveValue('')

  await context.clearCookies({ name: /session-token/ })
  await signIn('agent')
  await agent.goto('/schedules/new')
  await agent.getByRole('button', { name: 'Continue' }).first().click()
  await expect(agent.getByRole('textbox', { name: 'AUDDIS reference' })).toHaveValue(auddis)
  await expect(agent.getByRole('textbox', { name: description })).toHaveValue('Allotment')
  expect(await writes(sandbox, auddis)).toEqual([])
})

test('a question that is left open sent nothing: the draft is offered again, and nothing is said to be on its way', async ({
  agent,
  sandbox,
  watch,
}) => {
  watch.allowStatus(409)
  const { auddis } = await aMandate(sandbox)
  await toLastStepOnceMore(agent, auddis)
  await expect(agent.getByText('Draft kept')).toBeVisible()
  const asked = agent.waitForResponse((answer) => answer.status() === 409)
  await create(agent).click()
  await asked
  await draftKept(agent)
  await agent.reload()
  await agent.getByRole('button', { name: 'Continue' }).first().click()
  await expect(step(agent, 'Check and create')).toBeVisible()
  await expect(create(agent)).toBeVisible()
  expect(await writes(sandbox, auddis)).toHaveLength(1)
})
