import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import { type ButtonLook, buttonClass } from './Button.tsx'

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  readonly children: ReactNode
}

/** A place to go to that looks like a button. */
export function LinkButton({ href, children, ...look }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonClass(look)}>
      {children}
    </Link>
  )
}
