import type { Metadata } from 'next'
import { HolidaysScreen } from '@/components/collections/holidays-screen'
import { requireOperator } from '@/lib/server/auth'

export const metadata: Metadata = { title: 'Bank-holiday planner' }

export default async function HolidaysPage() {
  await requireOperator()
  return <HolidaysScreen />
}
