import { AUGUST, bodyOf, Editor, JULY, JUNE, listWith, UUID } from './editor'
import { expect, expectAccessible, type Role, test } from './fixtures'
import { aPlan, aSchedule, type Row, upcoming } from './records'

for (const role of ['agent', 'lead'] as const satisfies Role[])
  test(`${role}: skip, move, edit and add go out as one list, once, to the letter, and the screen says what is now true`, async ({
    page,
    signIn,
    sandbox,
  }) => {
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    await signIn(role)
    const editor = await new Editor(page).open(schedule)
    await editor.skip(JUNE)
    await editor.type(editor.date(JULY), '28/07/2025')
    await editor.type(editor.amount(AUGUST), '40')
    await page.getByRole('button', { name: 'Add payment' }).click()
    const add = page.getByRole('dialog', { name: 'Add payment' })
    await add.getByRole('textbox', { name: 'Payment date' }).fill('5 aug')
    await add.getByRole('textbox', { name: 'Amount in pounds' }).fill('10.00')
    await add.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(editor.bar).toContainText('4 changes')
    await editor.inFull(expectAccessible)

    await editor.openReview()
    await expect(editor.review.getByRole('heading', { name: 'Review changes' })).toBeFocused()
    await expect(editor.review.getByText(/^4 payments change on/)).toBeInViewport({ ratio: 1 })
    const changes = editor.review.getByRole('table', { name: 'Changes' })
    await expect(changes.getByRole('row')).toHaveCount(6)
    await expect(changes).toContainText('No payment (£0.00)')
    await expect(editor.review.getByRole('button', { name: 'Show the request' })).toHaveCount(role === 'lead' ? 1 : 0)
    await editor.save().click()
    await expect(editor.review.getByRole('alert')).toContainText('Choose a reason.')
    await editor.because('Other')
    await editor.save().click()
    await expect(editor.review.getByRole('alert')).toContainText('Say what the reason is.')
    expect(await sandbox.writesTo(schedule.id), 'nothing leaves before it is complete').toEqual([])
    await editor.review.getByRole('textbox', { name: 'Note' }).fill('Asked by telephone')
    await editor.agreed.check()
    await expectAccessible(page)
    await editor.save().click()

    await expect(editor.heading(/^Saved\. SmarterPay confirmed all 8 payments\./)).toBeFocused()
    await expect(page.getByText('Next payment is now Mon 28 Jul 2025.')).toBeVisible()
    await expectAccessible(page)
    const wanted: Row[] = [
      ['2025-06-19', 0],
      ['2025-07-28', 2532],
      ['2025-08-05', 1000],
      ['2025-08-19', 4000],
      ...listWith({}).slice(3),
    ]
    const [write, ...more] = await sandbox.writesTo(schedule.id)
    expect(more, 'sent once').toEqual([])
    expect(write).toMatchObject({
      method: 'PUT',
      path: `/service.svc/recurrenceschedule/${schedule.id}`,
      query: '',
      contentType: 'application/json',
      authorization: 'valid',
      body: bodyOf(wanted),
      status: 200,
    })
    expect(write?.idempotencyKey).toMatch(UUID)
    expect(await sandbox.listOf(schedule.id)).toEqual(wanted)
  })

test('a plan is saved only once what was taken out of one payment is spread over the rest', async ({
  agent,
  sandbox,
}) => {
  const schedule = aPlan()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.skip('Wednesday 16 July 2025')
  await expect(editor.bar).toContainText('Place £500.00 before saving')
  await expect(agent.getByRole('button', { name: 'Review and save' })).toHaveAttribute('aria-disabled', 'true')
  const balance = agent.getByRole('region', { name: 'Plan balance' })
  await expect(balance).toContainText('£125.00 more on each of 4 payments')
  await expectAccessible(agent)
  await balance.getByRole('button', { name: 'Place £500.00' }).click()
  await expect(editor.bar).toContainText('total unchanged')
  await editor.openReview()
  await editor.because('Financial difficulty')
  if (!(await editor.agreed.isChecked())) await editor.agreed.check()
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  const wanted: Row[] = [
    ['2025-06-16', 62_500],
    ['2025-07-16', 0],
    ['2025-08-18', 62_500],
    ['2025-09-16', 62_500],
    ['2025-10-16', 62_500],
  ]
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([bodyOf(wanted)])
})

const SHORT: Row[] = [['2025-06-12', 2532], ...listWith({}).slice(1)]
const shortSchedule = () => aSchedule({ next_collection_date: '2025-06-12', upcoming_payments: upcoming(SHORT) })
const SOON = 'Thursday 12 June 2025'

test('inside the notice period an agent needs the customer’s agreement to the very words', async ({
  agent,
  sandbox,
}) => {
  const schedule = shortSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.amount(SOON), '10')
  await editor.openReview()
  await expect(editor.review).toContainText('Short notice')
  await editor.because()
  await editor.save().click()
  await expect(editor.review.getByRole('alert')).toContainText('the customer must agree first')
  await editor.agreed.check()
  await editor.review.getByRole('button', { name: 'Back to editing' }).click()
  await editor.type(editor.amount(SOON), '11')
  await editor.openReview()
  await expect(editor.agreed, 'other words were not agreed to').not.toBeChecked()
  await editor.agreed.check()
  expect(await sandbox.writesTo(schedule.id)).toEqual([])
  await editor.save().click()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect((await sandbox.writesTo(schedule.id)).map(({ body }) => body)).toEqual([
    bodyOf([['2025-06-12', 1100], ...SHORT.slice(1)]),
  ])
})

test('a team lead answers for short notice with the reason alone', async ({ page, signIn, sandbox }) => {
  const schedule = shortSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await signIn('lead')
  const editor = await new Editor(page).open(schedule)
  await editor.skip(SOON)
  await editor.confirm()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.writesTo(schedule.id)).toHaveLength(1)
})

for (const role of ['finance', 'admin'] as const satisfies Role[])
  test(`${role}: looks at payments, and finds nothing to change them with`, async ({ page, signIn, sandbox }) => {
    const schedule = aSchedule()
    await sandbox.plant({ schedules: [schedule] })
    await signIn(role)
    await page.goto(`/schedules/${schedule.id}?tab=payments&show=list`)
    await expect(page.getByRole('region', { name: 'Payment calendar' })).toContainText('19 Jun 2025')
    await expect(page.getByRole('textbox', { name: /Payment date|Amount in pounds/ })).toHaveCount(0)
    await expect(page.getByRole('button', { name: /Review and save|Skip payment|Add payment/ })).toHaveCount(0)
    await expectAccessible(page)
  })

test('two presses, and the review opened again by Back to editing, are one change with one effect', async ({
  agent,
  sandbox,
}) => {
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  await sandbox.faults([{ match: { method: 'PUT', id: schedule.id }, fault: 'delay', params: { ms: 700 } }])
  const editor = await new Editor(agent).open(schedule)
  await editor.type(editor.amount(JULY), '40')
  await editor.openReview()
  await editor.because()
  await editor.review.getByRole('button', { name: 'Back to editing' }).click()
  await editor.openReview()
  await expect(editor.review.getByRole('combobox', { name: 'Reason for change' }), 'the reason is kept').toHaveValue(
    'customer-asked',
  )
  await editor.save().dblclick()
  await expect(editor.heading(/^Saved/)).toBeVisible()
  expect(await sandbox.writesTo(schedule.id)).toHaveLength(1)
})
