// Somebody's role is lowered while they have a change on the screen.
import { confirm, dialog, open } from './edit-form'
import { Editor, JULY } from './editor'
import { emailOf, expect, expectAccessible, patient, signInByRequest, test } from './fixtures'
import { aMandate, create, toLastStep, writes } from './new-schedule-steps'
import { aSchedule } from './records'

// A house of its own: the dashboard is ended and started again, since its store is for one process.
test.use({ own: {} })

test('what a person may is looked up when it counts: the typing stays, and nothing leaves', async ({
  page,
  context,
  signIn,
  house,
  sandbox,
  watch,
}) => {
  test.slow(true, 'the dashboard is started twice')
  watch.allowStatus(401, 403, 404)
  watch.allowLostConnections()
  await signIn('agent')
  const schedule = aSchedule()
  await sandbox.plant({ schedules: [schedule] })
  const editor = await new Editor(page).open(schedule)
  await editor.type(editor.amount(JULY), '40')
  await editor.openReview()
  await editor.because()

  await house.giveRole(emailOf('agent'), 'finance')
  await editor.save().click()
  await expect(editor.review.getByText('You were signed out.')).toBeVisible()
  await expectAccessible(page)
  expect(await sandbox.writesTo(schedule.id)).toEqual([])

  await signInByRequest(context, house.url, 'agent')
  await editor.save().click()
  await expect(editor.review.getByText('Your role does not include this.')).toBeVisible()
  await editor.review.getByRole('button', { name: 'Back to editing' }).click()
  await expect(editor.amount(JULY)).toHaveValue('40.00')
  expect(await sandbox.writesTo(schedule.id)).toEqual([])
})

test('nor do a rule, a new schedule or a disabling leave a page that was opened with more rights', async ({
  page,
  context,
  signIn,
  house,
  sandbox,
  watch,
}) => {
  test.slow(true, 'the dashboard is started twice')
  watch.allowStatus(401, 403, 404)
  watch.allowLostConnections()
  await signIn('lead')
  const [amended, disabled] = [aSchedule(), aSchedule()]
  const { auddis } = await aMandate(sandbox)
  await sandbox.plant({ schedules: [amended, disabled] })
  await open(page, amended.id)
  await page.getByLabel('Amount each time (in pounds)').fill('22.50')

  const making = patient(await context.newPage())
  await toLastStep(making, auddis)

  const ending = patient(await context.newPage())
  await ending.goto(`/schedules/${disabled.id}`)
  await ending.getByRole('button', { name: 'More actions' }).click()
  await ending.getByRole('menuitem', { name: 'Disable schedule' }).click()
  const disabling = ending.getByRole('dialog', { name: `Disable schedule ${disabled.id}?` })
  await disabling.getByRole('combobox', { name: 'Reason' }).selectOption('customer-asked')

  await house.giveRole(emailOf('lead'), 'finance')
  await signInByRequest(context, house.url, 'lead')
  const refused = 'Your role does not include this.'
  await page.bringToFront()
  await confirm(page, 1)
  await expect(dialog(page).getByText(refused)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Amount each time (in pounds)')).toHaveValue('22.50')

  await making.bringToFront()
  await create(making).click()
  await expect(making.getByText(refused)).toBeVisible()
  await expectAccessible(making)
  await making.getByRole('button', { name: 'Change amounts and dates' }).click()
  await expect(making.getByRole('textbox', { name: 'Amount each time in pounds' })).toHaveValue('25.00')

  await ending.bringToFront()
  await disabling.getByRole('button', { name: 'Disable schedule' }).click()
  await expect(disabling.getByText(refused)).toBeVisible()
  await expectAccessible(ending)
  await expect(disabling.getByRole('combobox', { name: 'Reason' })).toHaveValue('customer-asked')

  expect(await sandbox.writesTo(amended.id)).toEqual([])
  expect(await sandbox.writesTo(disabled.id)).toEqual([])
  expect(await writes(sandbox, auddis)).toEqual([])
})
