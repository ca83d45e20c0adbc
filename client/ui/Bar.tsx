import type { ReactNode } from 'react'
import { useWords } from '../words/index.ts'
import styles from './Bar.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'
import { Mark } from './Mark.tsx'
import { TextLink } from './TextLink.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface Crumb {
  readonly label: string
  readonly href?: string | undefined
}

export interface BarProps {
  /** Where we are; the last one has no address. */
  readonly crumbs?: readonly Crumb[] | undefined
  /** `h1` when the bar holds the page's heading, as in the live meeting. */
  readonly headingLevel?: 1 | undefined
  readonly nav?: ReactNode
  readonly children?: ReactNode
}

/** The bar over every page: the sign, where we are, places to go, and at the end what belongs to the page. */
export function Bar({ crumbs = [], headingLevel, nav, children }: BarProps) {
  const { t } = useWords()
  return (
    <header className={styles.bar}>
      <TextLink href="/" isQuiet className={styles.mark}>
        <Mark />
        <VisuallyHidden>{t('home')}</VisuallyHidden>
      </TextLink>
      <div className={styles.crumbs}>
        {crumbs.map((crumb, place) =>
          place < crumbs.length - 1 ? (
            <span key={crumb.label} className={styles.before}>
              {crumb.href ? <TextLink href={crumb.href}>{crumb.label}</TextLink> : crumb.label}
              <span className={styles.separator} aria-hidden="true">
                /
              </span>
            </span>
          ) : headingLevel === 1 ? (
            <h1 key={crumb.label} dir="auto">
              {crumb.label}
            </h1>
          ) : (
            <b key={crumb.label} dir="auto">
              {crumb.label}
            </b>
          ),
        )}
      </div>
      {nav}
      <span className="grow" />
      {children}
    </header>
  )
}

export interface BarNavProps {
  readonly label: string
  readonly links: readonly {
    readonly href: string
    readonly label: string
    /** Shown on phones, where the places stand at the lower edge. */
    readonly icon: IconName
    readonly isCurrent: boolean
  }[]
}

/** The places of a group, in the bar. */
export function BarNav({ label, links }: BarNavProps) {
  return (
    <nav className={styles.nav} aria-label={label}>
      {links.map((link) => (
        <TextLink key={link.href} href={link.href} isQuiet isCurrent={link.isCurrent}>
          <Icon name={link.icon} />
          {link.label}
        </TextLink>
      ))}
    </nav>
  )
}
