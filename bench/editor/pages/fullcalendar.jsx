// FullCalendar as its documentation puts it up, with the payments as events that can be dragged: one month, or twelve (?year).
import FullCalendar from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import multiMonth from '@fullcalendar/react/multimonth'
import classic from '@fullcalendar/react/themes/classic'
import '@fullcalendar/react/skeleton.css'
import '@fullcalendar/react/themes/classic/theme.css'
import '@fullcalendar/react/themes/classic/palette.css'
import { createRoot } from 'react-dom/client'
import { MONTH, PAYMENTS } from '../payments.mjs'

const events = PAYMENTS.map(({ id, date, pence }) => ({ id, title: `£${pence / 100}`, start: date, allDay: true }))
const drawn = ({ event, isMirror }) => (
  <span data-payment={event.id} data-mirror={isMirror}>
    {event.title}
  </span>
)
const year = location.search === '?year'

createRoot(document.querySelector('main')).render(
  <FullCalendar
    plugins={[dayGrid, multiMonth, interaction, classic]}
    views={{ twelve: { type: 'multiMonth', duration: { months: 12 } } }}
    initialView={year ? 'twelve' : 'dayGridMonth'}
    initialDate={`${MONTH}-01`}
    firstDay={1}
    editable
    events={events}
    eventContent={drawn}
  />,
)
