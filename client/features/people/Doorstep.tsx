import type { ReactNode } from 'react'
import { LanguageRow, Mark, Page, ThemeButton } from '../../ui/index.ts'
import styles from './Doorstep.module.css'

export interface DoorstepProps {
  readonly title: string
  /** What one is about to enter; nothing for sign-in. */
  readonly invitation?: ReactNode
  readonly children: ReactNode
}

/** The page before one is in: on one side where it leads, on the other what is asked. */
export function Doorstep({ title, invitation, children }: DoorstepProps) {
  return (
    <Page title={title} layout="bare">
      <div className={styles.doorstep}>
        <section className={styles.where}>
          <div className="spread">
            <Mark />
            <ThemeButton />
          </div>
          <div className={styles.body}>{invitation}</div>
          <LanguageRow />
        </section>
        <section className={styles.ask}>{children}</section>
      </div>
    </Page>
  )
}
