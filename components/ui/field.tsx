import { ChevronDown, CircleAlert, Lock, type LucideIcon } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

type Framing = {
  label: string
  /** Only where a mistake is likely. */
  hint?: ReactNode
  /** What is wrong, in words; what was typed stays. */
  error?: ReactNode
  /** What it was before the person changed it, as "£25.32". */
  was?: string | undefined
  touch?: boolean
}

const frameLook = (error: boolean, changed: boolean, locked: boolean, touch: boolean) =>
  [
    'flex w-full min-w-0 items-center gap-2 rounded-control border bg-surface has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-focus',
    touch ? 'h-11 px-3 text-lead' : 'h-8 px-2.5 text-body max-sm:h-11 max-sm:px-3 max-sm:text-lead',
    error && 'border-danger inset-ring-1 inset-ring-danger',
    !error && changed && 'border-accent shadow-[inset_3px_0_0_var(--color-accent)]',
    !error && !changed && (locked ? 'border-line-strong bg-sunken text-ink-2' : 'border-control'),
  ]
    .filter(Boolean)
    .join(' ')

function Field({ id, label, hint, error, was, children }: Framing & { id: string; children: ReactNode }) {
  const below = was === undefined ? hint : `was ${was}`
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-small font-medium">
        {label}
      </label>
      {children}
      {below && (
        <p id={`${id}-hint`} className="mt-1 text-small text-ink-3">
          {below}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 text-small font-medium text-danger">
          <CircleAlert size={14} strokeWidth={1.9} aria-hidden className="mt-0.5 flex-none" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}

function describedBy(id: string, { hint, error, was }: Framing): string | undefined {
  const ids = [(hint || was !== undefined) && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export type TextFieldProps = Framing &
  Omit<ComponentProps<'input'>, 'prefix' | 'size'> & {
    /** Stands inside, before what is typed: a pounds sign. */
    prefix?: string
    icon?: LucideIcon
    /** Stands inside, after what is typed. */
    suffix?: ReactNode
  }

/** A labelled line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, was, touch = false, prefix, icon: Icon, suffix, readOnly = false, id, ...input } = props
  const own = useId()
  const name = id ?? own
  const framing = { label, hint, error, ...(was !== undefined && { was }) }
  return (
    <Field id={name} {...framing}>
      <span className={frameLook(Boolean(error), was !== undefined, readOnly, touch)}>
        {readOnly && <Lock size={14} strokeWidth={1.9} aria-hidden className="flex-none text-ink-3" />}
        {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden className="flex-none text-ink-3" />}
        {prefix && (
          <span aria-hidden className="text-ink-3">
            {prefix}
          </span>
        )}
        <input
          id={name}
          readOnly={readOnly}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(name, framing)}
          className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
          {...input}
        />
        {suffix}
      </span>
    </Field>
  )
}

export type SelectFieldProps = Framing & ComponentProps<'select'>

/** A labelled choice of one, by the platform's own list; `children` are its options. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, was, touch = false, id, children, ...select } = props
  const own = useId()
  const name = id ?? own
  const framing = { label, hint, error, ...(was !== undefined && { was }) }
  return (
    <Field id={name} {...framing}>
      <Select
        id={name}
        touch={touch}
        invalid={Boolean(error)}
        changed={was !== undefined}
        aria-describedby={describedBy(name, framing)}
        {...select}
      >
        {children}
      </Select>
    </Field>
  )
}

export type SelectProps = ComponentProps<'select'> & { touch?: boolean; invalid?: boolean; changed?: boolean }

/** The list of choices alone, where a label stands beside it. */
export function Select({ touch = false, invalid = false, changed = false, children, ...select }: SelectProps) {
  return (
    <span className={`${frameLook(invalid, changed, false, touch)} relative p-0!`}>
      <select
        aria-invalid={invalid || undefined}
        className="h-full w-full min-w-0 cursor-pointer appearance-none rounded-control bg-transparent pr-8 pl-2.5 outline-none [&>option]:bg-raised [&>option]:text-ink"
        {...select}
      >
        {children}
      </select>
      <ChevronDown
        size={15}
        strokeWidth={1.9}
        aria-hidden
        className="pointer-events-none absolute right-2.5 text-ink-2"
      />
    </span>
  )
}
