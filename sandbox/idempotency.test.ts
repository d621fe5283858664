// Idempotency-Key: one effect and one answer for a key, for a day.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openScene, type Scene } from './scene'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
beforeEach(() => scene.fresh())
afterAll(() => scene.close())

const NEW = {
  amount: '2250',
  auddis: 'REFP01006',
  collection_day: '4',
  collection_period: 'monthly',
  collection_stretch: '1',
  description: 'Rent',
  first_collection_amount: '2250',
  start_date: '2026-12-04',
}
const count = async () => (await scene.control('state', undefined, 'GET')).body.schedules.length

it('a repeated POST makes one schedule, and says that it is a repeat', async () => {
  const first = await scene.create(NEW, { key: 'one' })
  const second = await scene.create(NEW, { key: 'one' })
  expect([first.headers.get('idempotency-replay'), second.headers.get('idempotency-replay')]).toEqual([null, 'true'])
  expect([second.status, second.text]).toEqual([first.status, first.text])
  expect(await count()).toBe(3)
  await scene.create(NEW, { key: 'One' })
  await scene.create(NEW)
  expect(await count()).toBe(5)
})

it('a repeated PUT gives the first answer, whatever has happened since', async () => {
  const first = await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })
  await scene.update('ONGOING', { amount: '4000' }, { key: 'b' })
  const again = await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })
  expect(again.text).toBe(first.text)
  expect((await scene.read('ONGOING')).amount).toBe('4000')
})

it('a key is one for each endpoint', async () => {
  await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })
  expect((await scene.update('PLAN', { amount: '18000' }, { key: 'a' })).headers.has('idempotency-replay')).toBe(false)
})

it('a refusal is kept as well', async () => {
  expect((await scene.update('ONGOING', { amount: 'x' }, { key: 'a' })).status).toBe(400)
  const again = await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })
  expect([again.status, again.headers.get('idempotency-replay')]).toEqual([400, 'true'])
})

it('a key used for another body is a repeat, refused, or new, by switch', async () => {
  await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })
  expect((await scene.update('ONGOING', { amount: '4000' }, { key: 'a' })).record.amount).toBe('3000')
  await scene.switched({ keyReused: 'refuse' })
  expect((await scene.update('ONGOING', { amount: '4000' }, { key: 'a' })).status).toBe(422)
  await scene.switched({ keyReused: 'new' })
  expect((await scene.update('ONGOING', { amount: '4000' }, { key: 'a' })).record.amount).toBe('4000')
})

it('a key is forgotten after 24 hours of the sandbox', async () => {
  await scene.create(NEW, { key: 'a' })
  await scene.control('day', { day: '2026-11-21', minutes: 590 })
  await scene.create(NEW, { key: 'a' })
  expect(await count()).toBe(3)
  await scene.control('day', { day: '2026-11-21', minutes: 610 })
  await scene.create(NEW, { key: 'a' })
  expect(await count()).toBe(4)
})

it('a DELETE knows no keys', async () => {
  const remove = () => scene.say('DELETE', 'recurrenceschedule/ONGOING', undefined, { key: 'a' })
  await remove()
  expect((await remove()).headers.has('idempotency-replay')).toBe(false)
})

it('a key is at most 255 characters long', async () => {
  expect((await scene.create(NEW, { key: 'k'.repeat(255) })).status).toBe(200)
  expect((await scene.create(NEW, { key: 'k'.repeat(256) })).status).toBe(400)
})

it('what is turned away at the door spends the key only by switch', async () => {
  const wrong = () => scene.update('ONGOING', { amount: '3000' }, { key: 'a', token: 'wrong' })
  expect((await wrong()).status).toBe(498)
  expect((await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })).status).toBe(200)
  await scene.fresh()
  await scene.switched({ doorRefusalsKept: 'yes' })
  await wrong()
  const spent = await scene.update('ONGOING', { amount: '3000' }, { key: 'a' })
  expect([spent.status, spent.headers.get('idempotency-replay')]).toEqual([498, 'true'])
})
