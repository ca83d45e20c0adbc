import type { MeetingRecord } from '../../../shared/record/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { lineOf } from './lineOf.ts'
import { type SectionOutline, sectionMark } from './outline.ts'
import styles from './RecordDocument.module.css'

export interface RecordContentsProps {
  readonly outline: readonly SectionOutline[]
  readonly record: MeetingRecord
}

/** The parts of the paper, to go to. */
export function RecordContents({ outline, record }: RecordContentsProps) {
  const { t } = useWords('record')
  const hasActions = record.actions.some((action) => !action.removed)
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <p className="micro">{t('contents')}</p>
      {outline.map(({ item, anchor }) => (
        <a key={item.id} href={`#${anchor}`} dir="auto" className={cx(item.parent !== null && styles.nested)}>
          {sectionMark(item.number, record.head.language)}{' '}
          {item.closed && lineOf(item.title) === '' ? t('closedItem') : lineOf(item.title)}
        </a>
      ))}
      {hasActions ? <a href="#actions">{t('actions')}</a> : null}
      {record.session.attendance.length + record.session.attending.length > 0 ? (
        <a href="#attendance">{t('attendance')}</a>
      ) : null}
    </nav>
  )
}
