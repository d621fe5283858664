// A search by hand over the same copy: each key asks, and the newest answer becomes rows.
const rows = document.querySelector('tbody')
const count = document.querySelector('#count')
const field = document.querySelector('input')
const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const date = (text) => (text ? day.format(new Date(`${text}T00:00:00Z`)) : '')

function cell(name, text, inner) {
  const made = document.createElement(name)
  made.textContent = text ?? ''
  if (inner) made.append(inner)
  return made
}

function row(schedule) {
  const made = document.createElement('tr')
  const link = cell('a', schedule.customReference || schedule.id)
  link.href = `/schedules/${schedule.id}`
  const reference = cell('td', '', link)
  reference.append(cell('small', schedule.id))
  const payer = cell('td', schedule.auddis || schedule.cardId)
  payer.append(cell('small', schedule.mandateId))
  const [, second, third] = schedule.upcoming ?? []
  const after = [second, third].filter(Boolean).map((payment) => date(payment.date))
  made.append(
    reference,
    payer,
    cell('td', schedule.method === 'card' ? 'Card' : 'Direct Debit'),
    cell('td', schedule.kind === 'plan' ? 'Payment plan' : 'Ongoing'),
    cell('td', schedule.amount === null ? '' : money.format(schedule.amount / 100)),
    cell('td', `${schedule.collectionPeriod} ${schedule.collectionDay}`),
    cell('td', schedule.status === 'active' ? date(schedule.nextCollectionDate) : ''),
    cell('td', after.join(' · ')),
    cell('td', schedule.status),
  )
  return made
}

let newest = 0
async function show() {
  newest += 1
  const own = newest
  const answer = await fetch(`/api/search?${new URLSearchParams({ q: field.value.trim() })}`)
  const { total, found } = await answer.json()
  if (own !== newest) return
  count.textContent = `${total} match`
  rows.replaceChildren(...found.map(row))
}

field.addEventListener('input', show)
await show()
