'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

export type Tab<T extends string> = { id: T; label: string; count?: number }

export type TabsProps<T extends string> = {
  /** Name of the tablist; also the stem of the ids that tie tabs to panels. */
  label: string
  tabs: readonly Tab<T>[]
  selected: T
  onSelect: (id: T) => void
  /** The pointer or focus comes near: a good time to fetch the panel's code. */
  onIntent?: (id: T) => void
}

const stem = (label: string) => label.toLowerCase().replaceAll(/[^a-z]+/g, '-')

/** Pixels beside a tab in which its ring of focus is drawn. */
const RING = 4

/** Brings a tab into its strip; the page stays where it is. */
function bringIn(strip: HTMLElement, tab: HTMLElement) {
  const [outer, inner] = [strip.getBoundingClientRect(), tab.getBoundingClientRect()]
  if (inner.left - RING < outer.left) strip.scrollLeft -= Math.ceil(outer.left + RING - inner.left)
  else if (inner.right + RING > outer.right) strip.scrollLeft += Math.ceil(inner.right + RING - outer.right)
}

/** Tabs in a row, which scrolls sideways by itself where it is wider than the page; arrow keys, Home and End choose. Their panels are `TabPanel`s with the same label. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect, onIntent }: TabsProps<T>) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = document.getElementById(`${stem(label)}-tab-${selected}`)
    if (strip.current && tab) bringIn(strip.current, tab)
  }, [label, selected])
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const next = {
      ArrowRight: tabs[(at + 1) % tabs.length],
      ArrowLeft: tabs.at(at - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    document.getElementById(`${stem(label)}-tab-${next.id}`)?.focus()
  }
  return (
    <div ref={strip} className="-m-1 overflow-x-auto overflow-y-hidden p-1 whitespace-nowrap print:hidden">
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={walk}
        className="flex w-max min-w-full gap-x-6 border-line border-b"
      >
        {tabs.map(({ id, label: words, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${stem(label)}-tab-${id}`}
            aria-selected={id === selected}
            aria-controls={id === selected ? `${stem(label)}-panel-${id}` : undefined}
            tabIndex={id === selected ? 0 : -1}
            onClick={() => onSelect(id)}
            onPointerEnter={() => onIntent?.(id)}
            onFocus={() => onIntent?.(id)}
            className="-mb-px flex h-10 flex-none items-center gap-1.5 border-transparent border-b-2 text-body font-medium text-ink-2 hover:text-ink aria-selected:border-accent aria-selected:font-strong aria-selected:text-ink max-sm:h-11 forced-colors:border-b-0 forced-colors:aria-selected:border-b-4 forced-colors:aria-selected:border-[Highlight]"
          >
            {words}
            {count !== undefined && <span className="text-micro font-medium tabular-nums text-ink-3">{count}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}

export type TabPanelProps = { label: string; id: string; children: ReactNode; className?: string }

/** The panel of the chosen tab; render only that one. */
export function TabPanel({ label, id, children, className }: TabPanelProps) {
  return (
    <div
      role="tabpanel"
      id={`${stem(label)}-panel-${id}`}
      aria-labelledby={`${stem(label)}-tab-${id}`}
      className={className}
    >
      {children}
    </div>
  )
}
