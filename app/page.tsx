import { redirect } from 'next/navigation'

/** The way in leads to the list. */
export default function Home() {
  redirect('/schedules')
}
