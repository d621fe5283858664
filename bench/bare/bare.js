// The list, its status filter and one schedule, by hand: ask, make rows, put them in.
const list = document.querySelector('#list')
const detail = document.querySelector('#detail')
const rows = list.querySelector('tbody')
const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })
const day = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const pounds = (digits) => (/^\d+$/.test(digits ?? '') ? money.format(Number(digits) / 100) : '')
const date = (text) => (/^\d{4}-\d\d-\d\d$/.test(text ?? '') ? day.format(new Date(`${text}T00:00:00Z`)) : '')

function upcoming(schedule) {
  try {
    return JSON.parse(schedule.upcoming_payments || '[]')
  } catch {
    return []
  }
}

function element(name, text, inner) {
  const made = document.createElement(name)
  if (text !== undefined) made.textContent = text
  if (inner) made.append(inner)
  return made
}

function row(schedule) {
  const made = document.createElement('tr')
  const link = element('a', schedule.custom_reference || schedule.id)
  link.href = `/schedules/${schedule.id}`
  const reference = element('td', undefined, link)
  reference.append(element('small', schedule.id))
  const payer = element('td', schedule.auddis || schedule.card_id)
  payer.append(element('small', schedule.mandate))
  const amount = element('td', pounds(schedule.amount))
  amount.className = 'money'
  const [, second, third] = upcoming(schedule)
  made.append(
    reference,
    payer,
    element('td', /card/i.test(schedule.payment_type) ? 'Card' : 'Direct Debit'),
    element('td', /plan/i.test(schedule.type) ? 'Payment plan' : 'Ongoing'),
    amount,
    element('td', `${schedule.collection_period} ${schedule.collection_day}`),
    element('td', schedule.status === 'active' ? date(schedule.next_collection_date) : ''),
    element(
      'td',
      [second, third]
        .filter(Boolean)
        .map((payment) => date(payment.collection_date))
        .join(' · '),
    ),
    element('td', schedule.status),
  )
  return made
}

async function show() {
  const wanted = [...list.querySelectorAll('input:checked')].map((box) => box.value)
  const query = new URLSearchParams({ limit: '50', sort_field: 'created_at', sort_order: 'desc' })
  if (wanted.length > 0) query.set('status', wanted.join(','))
  const answer = await fetch(`/api/recurrenceschedules?${query}`)
  const { recurrence_schedules: schedules } = await answer.json()
  rows.replaceChildren(...schedules.filter((schedule) => schedule && typeof schedule.id === 'string').map(row))
}

async function open(id) {
  const answer = await fetch(`/api/recurrenceschedule/${id}`)
  const { recurrence_schedule: schedule } = await answer.json()
  detail.querySelector('h1').textContent = `Schedule ${schedule.id}`
  const facts = {
    Amount: pounds(schedule.amount),
    'Next payment': date(schedule.next_collection_date),
    Mandate: schedule.mandate,
    'AUDDIS reference': schedule.auddis,
  }
  detail
    .querySelector('dl')
    .replaceChildren(...Object.entries(facts).flatMap(([name, value]) => [element('dt', name), element('dd', value)]))
  detail.querySelector('tbody').replaceChildren(
    ...upcoming(schedule)
      .slice(0, 6)
      .map((payment) => {
        const made = element('tr', undefined, element('td', date(payment.collection_date)))
        made.append(element('td', pounds(payment.amount)))
        return made
      }),
  )
  list.hidden = true
  detail.hidden = false
}

list.querySelector('fieldset').addEventListener('change', show)
rows.addEventListener('click', (event) => {
  const link = event.target.closest('a')
  if (!link) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  open(new URL(link.href).pathname.split('/').at(-1))
})
await show()
