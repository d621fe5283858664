import type { Schedule } from '@/lib/schedules/model'
import { scheduleSentence } from '@/lib/schedules/words'

/** A schedule in one sentence of plain English, its facts in weight. */
export function ScheduleSentence({ schedule }: { schedule: Schedule }) {
  return scheduleSentence(schedule).map(({ text, fact }, i) =>
    fact ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence stand where they stand
      <b key={i} className="font-strong text-ink">
        {text}
      </b>
    ) : (
      text
    ),
  )
}
