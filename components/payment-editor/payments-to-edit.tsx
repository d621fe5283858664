'use client'

import { PaymentCalendar, type PaymentCalendarProps } from '@/components/payment-calendar/payment-calendar'
import { prepareView } from './on-demand'
import { PaymentEditor, type PaymentEditorProps } from './payment-editor'

export type PaymentsToEditProps = Omit<PaymentEditorProps, 'frame'> &
  Pick<PaymentCalendarProps, 'address' | 'onAddress'>

/** The payments of one schedule for those who may change them: calendar and editor, fetched as one. */
export function PaymentsToEdit({ address, onAddress, ...editor }: PaymentsToEditProps) {
  return (
    <PaymentCalendar schedule={editor.answer.schedule} address={address} onAddress={onAddress} onIntent={prepareView}>
      {(frame) => <PaymentEditor {...editor} frame={frame} />}
    </PaymentCalendar>
  )
}
