import type { Metadata } from 'next'
import { TodayScreen } from '@/components/today/today-screen'
import { requireOperator } from '@/lib/server/auth'
import { circumstances } from '@/lib/server/clock'
import { readToday } from '@/lib/server/today'

export const metadata: Metadata = { title: 'Today' }

/** The way in. */
export default async function TodayPage() {
  const operator = await requireOperator()
  return <TodayScreen today={await readToday(operator)} role={operator.role} date={circumstances().now.date} />
}
