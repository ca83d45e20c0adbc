import type { ItemId } from '../../../shared/base/index.ts'
import { cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { lineOf } from './lineOf.ts'
import { headingMark, type Outline, type SectionOutline } from './outline.ts'
import styles from './RecordDocument.module.css'

export interface RecordContentsProps {
  readonly outline: Outline
  readonly language: string
  /** Items that are closed to observers. */
  readonly closed: ReadonlySet<ItemId>
}

/** The parts of the paper, to go to. */
export function RecordContents({ outline, language, closed }: RecordContentsProps) {
  const { t } = useWords('record')
  const section = ({ item, anchor }: SectionOutline) => (
    <a key={item.key} href={`#${anchor}`} dir="auto" className={cx(item.number?.includes('.') && styles.nested)}>
      {headingMark(item.number, language)}{' '}
      {item.item !== null && closed.has(item.item) && lineOf(item.title) === '' ? t('closedItem') : lineOf(item.title)}
    </a>
  )
  return (
    <nav className={styles.contents} aria-label={t('contents')}>
      <p className="micro">{t('contents')}</p>
      {outline.sections.map(section)}
      {outline.actions.length > 0 ? <a href="#actions">{t('actions')}</a> : null}
      {outline.attendance !== null ? <a href="#attendance">{t('attendance')}</a> : null}
      {outline.added.map(section)}
    </nav>
  )
}
