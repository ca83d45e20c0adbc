import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './Button.tsx'
import { PlaceLink } from './PlaceLink.tsx'

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  readonly children: ReactNode
  /** Opens beside this page, which stays. */
  readonly target?: '_blank' | undefined
}

/** A place to go to that looks like a button. */
export function LinkButton({ href, children, target, ...look }: LinkButtonProps) {
  return (
    <PlaceLink href={href} {...(target ? { target, rel: 'noopener' } : {})} className={buttonClass(look)}>
      {children}
    </PlaceLink>
  )
}
