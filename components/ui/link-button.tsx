import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { buttonLook } from './button'

export type LinkButtonProps = ComponentProps<typeof Link> & {
  variant?: Parameters<typeof buttonLook>[0]
  size?: Parameters<typeof buttonLook>[1]
  icon?: LucideIcon
}

/** A link to another place that looks like a button. */
export function LinkButton({ variant, size, icon: Icon, className = '', children, ...rest }: LinkButtonProps) {
  return (
    <Link className={`${buttonLook(variant, size)} ${className}`} {...rest}>
      {Icon && <Icon size={15} strokeWidth={1.9} aria-hidden className="-ml-0.5 flex-none" />}
      {children}
    </Link>
  )
}
