import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { PlaceLink } from './PlaceLink.tsx'
import styles from './TextLink.module.css'

export interface TextLinkProps {
  readonly href: string
  readonly children: ReactNode
  /** Takes its colour from the text around it until it is hovered. */
  readonly isQuiet?: boolean | undefined
  readonly isCurrent?: boolean | undefined
  readonly className?: string | undefined
}

/** A link inside the product, or, with a full address, out of it. */
export function TextLink({ href, children, isQuiet = false, isCurrent = false, className }: TextLinkProps) {
  const isOutside = /^https?:/.test(href)
  return (
    <PlaceLink
      href={href}
      className={cx(isQuiet && styles.quiet, className)}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      {...(isOutside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {children}
    </PlaceLink>
  )
}
