import { CalendarSync, CornerDownLeft, ListFilter, type LucideIcon, UserRound, Zap } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { problemWords } from '@/components/ui/problem-words'
import { useRole } from '@/components/ui/reader-role'
import type { PaletteGroup, PaletteOption } from './palette-options'
import { PLACES } from './places'
import type { PaletteSearch } from './use-palette-search'

export type PaletteResultsProps = {
  listId: string
  groups: readonly PaletteGroup[]
  active: PaletteOption | undefined
  optionId: (listId: string, option: PaletteOption) => string
  onPoint: (key: string) => void
  /** An option that presses something on the page. */
  onAct: (option: PaletteOption) => void
  /** A link was followed. */
  onFollow: () => void
  search: PaletteSearch
  typed: string
}

/** The listbox of the palette, with what went wrong above it and what was not found in its place. */
export function PaletteResults(props: PaletteResultsProps) {
  const { listId, groups, active, optionId, onPoint, onAct, onFollow, search, typed } = props
  const role = useRole()
  const trouble = search.error && problemWords(search.error.problem, role)
  const nothing = typed !== '' && !search.waits && !search.error && search.schedules.length === 0
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-2" aria-busy={search.waits}>
      {trouble && (
        <p role="alert" className="px-2.5 py-2 text-small text-warn">
          <b className="font-strong">{trouble.title}</b> {trouble.text}
        </p>
      )}
      {nothing && (
        <p className="px-2.5 py-2 text-small text-ink-2 wrap-anywhere">
          No schedule found for “{typed}”.
          {search.source === 'smarterpay' &&
            ' SmarterPay was asked for a custom reference, an id and a mandate: it cannot look for mandate references or amounts.'}
        </p>
      )}
      <div id={listId} role="listbox" aria-label="Results">
        {groups.map(({ name, options }) => (
          <Group key={name} name={name}>
            {options.map((option) => (
              <Option
                key={option.key}
                id={optionId(listId, option)}
                option={option}
                active={option === active}
                onPoint={() => onPoint(option.key)}
                onAct={() => onAct(option)}
                onFollow={onFollow}
              />
            ))}
          </Group>
        ))}
      </div>
    </div>
  )
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={id} className="mb-1 last:mb-0">
      <div id={id} role="presentation" className="px-2.5 pt-2 pb-1 text-micro font-medium text-ink-3">
        {name}
      </div>
      {children}
    </div>
  )
}

type OptionProps = {
  id: string
  option: PaletteOption
  active: boolean
  onPoint: () => void
  onAct: () => void
  onFollow: () => void
}

const OPTION =
  'relative flex w-full items-center gap-3 rounded-control px-2.5 text-left text-ink no-underline outline-none before:absolute before:inset-y-0 before:left-0 before:hidden before:w-[3px] before:rounded-l-control before:bg-accent hover:no-underline aria-selected:bg-accent-soft aria-selected:before:block forced-colors:aria-selected:outline-2 forced-colors:aria-selected:-outline-offset-2 forced-colors:aria-selected:outline-[Highlight]'

/** A link, so that the browser's own ways to open one work too; or a button for what is pressed on the page. */
function Option({ id, option, active, onPoint, onAct, onFollow }: OptionProps) {
  const common = {
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': active,
    onPointerMove: onPoint,
    className: `${OPTION} ${option.about ? 'min-h-13 max-sm:py-2' : 'min-h-11'}`,
  }
  const body = <Body option={option} active={active} />
  if (option.href === undefined)
    return (
      <button type="button" {...common} onClick={onAct}>
        {body}
      </button>
    )
  return (
    <Link
      href={option.href}
      prefetch={false}
      {...common}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onFollow()
      }}
    >
      {body}
    </Link>
  )
}

const ICONS: Record<PaletteOption['kind'], LucideIcon> = {
  schedule: CalendarSync,
  payer: UserRound,
  list: ListFilter,
  action: Zap,
  page: CornerDownLeft,
}

function Body({ option, active }: { option: PaletteOption; active: boolean }) {
  const { kind, href, title, beside, about, reason, keys } = option
  const Icon = (kind === 'page' && PLACES.find((place) => place.href === href)?.icon) || ICONS[kind]
  return (
    <>
      <Icon size={16} strokeWidth={1.9} aria-hidden className={`flex-none ${active ? 'text-accent' : 'text-ink-3'}`} />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2 text-[0.84375rem]/5">
          <span className={`truncate ${about ? 'font-medium' : ''}`}>{title}</span>
          {beside && <span className="truncate text-ink-2">{beside}</span>}
        </span>
        {about && <span className="block truncate text-micro text-ink-2">{about}</span>}
        {reason && <span className="block truncate text-micro text-ink-2 sm:hidden">{reason}</span>}
      </span>
      {reason && <span className="flex-none text-small text-ink-2 max-sm:hidden">{reason}</span>}
      {keys && <Keys keys={keys} />}
      {active && !keys && (
        <CornerDownLeft size={14} strokeWidth={1.9} aria-hidden className="flex-none text-ink-2 max-sm:hidden" />
      )}
    </>
  )
}

function Keys({ keys }: { keys: string }) {
  return (
    <span aria-hidden className="flex flex-none gap-1 max-sm:hidden">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className="min-w-4 rounded-[3px] border border-line-strong px-1 text-center font-medium font-sans text-[0.6875rem]/4 text-ink-2"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
