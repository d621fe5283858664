import { CircleAlert, TriangleAlert } from 'lucide-react'
import { TextButton } from '@/components/ui/button'
import type { Command } from '@/lib/schedules/draft-commands'
import type { Remark } from './remark-words'

export type SaidProps = { id: string; remarks: readonly Remark[]; onFix: (command: Command) => void }

/** What is to be said of a field, each with its way out in one press. */
export function Said({ id, remarks, onFix }: SaidProps) {
  if (remarks.length === 0) return null
  return (
    <ul id={id} className="grid gap-0.5 text-small/5">
      {remarks.map(({ text, stops, fix }) => {
        const Icon = stops ? CircleAlert : TriangleAlert
        return (
          <li key={text} className={`relative pl-5 ${stops ? 'text-danger' : 'text-warn'}`}>
            <Icon aria-hidden size={14} strokeWidth={1.9} className="absolute top-[3px] left-0" />
            <span className="mr-1.5 font-medium">{text}</span>
            {fix && (
              <TextButton className="max-sm:min-h-11" onClick={() => onFix(fix.command)}>
                {fix.label}
              </TextButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}
