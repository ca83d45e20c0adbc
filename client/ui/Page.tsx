import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words/index.ts'
import { cx } from './cx.ts'
import styles from './Page.module.css'

export interface PageProps {
  /** Of the window; the product's name follows it. */
  readonly title: string
  readonly bar?: ReactNode
  readonly banner?: ReactNode
  readonly children: ReactNode
  /** `page`: 1136 wide with space around; `wide`: as wide as the window; `bare`: the children lay themselves out. */
  readonly layout?: 'page' | 'narrow' | 'wide' | 'bare' | undefined
}

/** One page: skip link, bar, main part. */
export function Page({ title, bar, banner, children, layout = 'page' }: PageProps) {
  const { t } = useWords()
  const fullTitle = `${title} · ${t('appName')}`
  useEffect(() => {
    document.title = fullTitle
  }, [fullTitle])
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('skipToContent')}
      </a>
      {bar}
      {banner}
      <main
        id="main"
        tabIndex={-1}
        className={cx(layout !== 'bare' && styles.page, layout === 'narrow' && styles.narrow, layout === 'wide' && styles.wide)}
      >
        {children}
      </main>
    </>
  )
}

export interface PageTitleProps {
  readonly children: ReactNode
  readonly sub?: ReactNode
}

/** The page's heading, and a sentence under it. */
export function PageTitle({ children, sub }: PageTitleProps) {
  return (
    <div className={styles.head}>
      <h1 className={styles.title} dir="auto">
        {children}
      </h1>
      {sub ? <p className={styles.sub}>{sub}</p> : null}
    </div>
  )
}

export interface SectionProps {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
  readonly id?: string | undefined
}

/** A part of a page, with its heading and at most one action beside it. */
export function Section({ title, action, children, id }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title} id={id}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
