// Somebody's role is lowered while they have a change on the screen.
import { Editor, JULY } from './editor'
import { emailOf, expect, expectAccessible, signInByRequest, test } from './fixtures'
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
