import type { ReactNode } from 'react'
import { Link } from 'react-aria-components/Link'
import { type ButtonLook, buttonClass } from './Button.tsx'

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  readonly children: ReactNode
  /** Opens beside this page, which stays. */
  readonly target?: '_blank' | undefined
}

/** A place to go to that looks like a button. */
export function LinkButton({ href, children, target, ...look }: LinkButtonProps) {
  return (
    <Link href={href} {...(target ? { target, rel: 'noopener' } : {})} className={buttonClass(look)}>
      {children}
    </Link>
  )
}
