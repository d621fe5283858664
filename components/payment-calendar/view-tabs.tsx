import { CalendarDays, Grid3x3, List, type LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { VIEWS, type View } from '@/lib/schedules/schedule-address'

const LOOKS: Record<View, { word: string; icon: LucideIcon }> = {
  calendar: { word: 'Calendar', icon: CalendarDays },
  list: { word: 'List', icon: List },
  year: { word: 'Year', icon: Grid3x3 },
}

export const viewTabId = (view: View) => `view-tab-${view}`
export const viewPanelId = (view: View) => `view-panel-${view}`

export type ViewTabsProps = {
  view: View | null
  onView: (view: View) => void
  /** The pointer or the focus comes near: a good time to fetch the view's code. */
  onIntent: (view: View) => void
}

/** Three views over the same payments, side by side; arrow keys choose. */
export function ViewTabs({ view, onView, onIntent }: ViewTabsProps) {
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = VIEWS.indexOf(view ?? 'calendar')
    const next = {
      ArrowRight: VIEWS[(at + 1) % VIEWS.length],
      ArrowLeft: VIEWS.at(at - 1),
      Home: VIEWS[0],
      End: VIEWS.at(-1),
    }[event.key]
    if (!next) return
    event.preventDefault()
    onView(next)
    document.getElementById(viewTabId(next))?.focus()
  }
  return (
    <div
      role="tablist"
      aria-label="View"
      onKeyDown={walk}
      className="inline-flex min-h-8 max-w-full flex-wrap rounded-control border border-control bg-surface max-sm:min-h-11"
    >
      {VIEWS.map((own) => {
        const { word, icon: Icon } = LOOKS[own]
        return (
          <button
            key={own}
            type="button"
            role="tab"
            id={viewTabId(own)}
            aria-selected={own === view}
            aria-controls={own === view ? viewPanelId(own) : undefined}
            tabIndex={own === (view ?? 'calendar') ? 0 : -1}
            onClick={() => onView(own)}
            onPointerEnter={() => onIntent(own)}
            onFocus={() => onIntent(own)}
            className="flex items-center gap-1.5 border-line-strong border-l px-3 text-ink-2 text-small font-medium first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] hover:bg-hover aria-selected:bg-accent-soft aria-selected:font-strong aria-selected:text-accent aria-selected:shadow-[inset_0_-2px_0_var(--color-accent)] forced-colors:aria-selected:outline-2 forced-colors:aria-selected:outline-[Highlight]"
          >
            <Icon aria-hidden size={14} strokeWidth={1.9} />
            {word}
          </button>
        )
      })}
    </div>
  )
}
