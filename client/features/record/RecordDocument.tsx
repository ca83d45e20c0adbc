import type { ReactNode } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { useWords } from '../../words/index.ts'
import type { Outline } from './outline.ts'
import { RecordContents } from './RecordContents.tsx'
import styles from './RecordDocument.module.css'

export interface RecordDocumentProps {
  readonly outline: Outline
  readonly language: string
  /** Items that are closed to observers. */
  readonly closed: ReadonlySet<ItemId>
  /** The views of the record: the paper first. */
  readonly children: ReactNode
  /** What there is to know about it. */
  readonly facts: ReactNode
}

/** A record to read: contents, the paper itself, and what there is to know about it. */
export function RecordDocument({ outline, language, closed, children, facts }: RecordDocumentProps) {
  const { t } = useWords('record')
  return (
    <div className={styles.document}>
      <RecordContents outline={outline} language={language} closed={closed} />
      <div className={styles.middle}>{children}</div>
      <aside className={styles.facts} aria-label={t('facts')}>
        {facts}
      </aside>
    </div>
  )
}
