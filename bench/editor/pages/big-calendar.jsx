// react-big-calendar as its documentation puts it up, drawn when the button is pressed.
import { format, getDay, parse, startOfWeek } from 'date-fns'
import { enGB } from 'date-fns/locale'
import { useState } from 'react'
import { Calendar, dateFnsLocalizer } from 'react-big-calendar'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import { createRoot } from 'react-dom/client'
import { MONTH, PAYMENTS } from '../payments.mjs'

const localizer = dateFnsLocalizer({ format, parse, startOfWeek, getDay, locales: { 'en-GB': enGB } })
const at = (date) => new Date(`${date}T00:00`)
const events = PAYMENTS.map(({ id, date, pence }) => ({
  id,
  title: `£${pence / 100}`,
  start: at(date),
  end: at(date),
  allDay: true,
}))

function Page() {
  const [shown, setShown] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setShown(true)}>
        Show
      </button>
      {shown && (
        <Calendar
          localizer={localizer}
          culture="en-GB"
          events={events}
          defaultDate={at(`${MONTH}-01`)}
          defaultView="month"
          style={{ height: 640 }}
        />
      )}
    </>
  )
}

createRoot(document.querySelector('main')).render(<Page />)
