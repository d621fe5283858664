import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'
type Size = 'small' | 'normal' | 'large'

const VARIANTS: Record<Variant, string> = {
  primary: 'border-accent bg-accent text-on-accent font-strong hover:border-accent-hover hover:bg-accent-hover',
  secondary: 'border-control bg-surface text-ink font-medium hover:bg-hover active:bg-press [&>svg]:text-ink-2',
  quiet: 'border-transparent text-ink-2 font-medium hover:bg-hover active:bg-press',
  danger: 'border-danger bg-danger text-on-danger font-strong hover:border-danger-hover hover:bg-danger-hover',
}
const SIZES: Record<Size, string> = {
  small: 'h-7 px-2.5 text-small max-sm:h-11',
  normal: 'h-8 px-3 text-[0.84375rem] max-sm:h-11',
  large: 'h-11 px-4 text-[0.9375rem]',
}
const BLOCKED =
  'aria-disabled:cursor-not-allowed aria-disabled:border-line-strong aria-disabled:bg-sunken aria-disabled:text-ink-disabled aria-disabled:[&>svg]:text-current'

/** The look of a button, for what behaves as a link. */
export function buttonLook(variant: Variant = 'secondary', size: Size = 'normal'): string {
  return `inline-flex flex-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control border no-underline hover:no-underline transition-colors duration-(--duration-instant) ${SIZES[size]} ${VARIANTS[variant]} ${BLOCKED}`
}

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant?: Variant
  size?: Size
  icon?: LucideIcon
  /** Cannot be pressed now. It keeps its place in the tab order; say the reason in text beside it. */
  blocked?: boolean
}

/** A button with words. At most one primary in a view. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon: Icon,
    blocked = false,
    onClick,
    className = '',
    type = 'button',
    children,
    ...rest
  } = props
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type={type}
      aria-disabled={blocked || undefined}
      data-primary={variant === 'primary' || undefined}
      onClick={press}
      className={`${buttonLook(variant, size)} ${className}`}
      {...rest}
    >
      {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden className="-ml-0.5 flex-none" />}
      {children}
    </button>
  )
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'disabled'> & {
  icon: LucideIcon
  /** The accessible name, and the tip under the pointer. */
  label: string
  small?: boolean
}

/** A square button with an icon alone; only for what everybody knows: close, arrows, density, menus. */
export function IconButton({ icon: Icon, label, small = false, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-grid flex-none place-items-center rounded-control text-ink-2 hover:bg-hover active:bg-press aria-disabled:cursor-not-allowed aria-disabled:text-line-strong aria-disabled:hover:bg-transparent ${small ? 'size-7' : 'size-8'} ${className}`}
      {...rest}
    >
      <Icon size={16} strokeWidth={1.9} aria-hidden />
    </button>
  )
}

/** An act that reads as a link, inside text and beside chips. */
export function TextButton({ className = '', ...rest }: Omit<ComponentProps<'button'>, 'disabled'>) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-6 items-center gap-1.5 rounded-chip font-medium text-accent hover:text-accent-hover hover:underline hover:underline-offset-2 ${className}`}
      {...rest}
    />
  )
}
