import { monthName } from '@/lib/calendar-date'

/** "March 2027", from "2027-03". */
export const formatMonth = (month: string) => `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`
