import type { DelegationAnswer } from '../../../shared/protocol/index.ts'
import type { ItemView, MeetingRecord } from '../../../shared/record/index.ts'
import { EmptyState } from '../../ui/index.ts'
import { directionOfTag, formatDate, formatList, formatTime, useWords } from '../../words/index.ts'
import { ActionTable } from './ActionTable.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { lineOf } from './lineOf.ts'
import { type SectionOutline, sectionMark } from './outline.ts'
import { ParagraphView } from './ParagraphView.tsx'
import styles from './RecordPaper.module.css'
import { SpeakersLine } from './SpeakersLine.tsx'

export interface RecordPaperProps {
  readonly record: MeetingRecord
  readonly outline: readonly SectionOutline[]
  readonly delegations: readonly DelegationAnswer[]
  readonly coordinators: readonly string[]
  readonly groupName: string
  /** The whole meeting is closed to this reader. */
  readonly isHidden: boolean
}

/** The paper: what is printed. Its own language and direction are the record's, whatever the page's. */
export function RecordPaper({ record, outline, delegations, coordinators, groupName, isHidden }: RecordPaperProps) {
  const { t, locale } = useWords('record')
  const { head } = record
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(head.language) ?? head.language
  return (
    <article className={styles.paper} dir={directionOfTag(head.language)}>
      <div className={styles.symbol}>
        <span className="num">{head.symbol ?? groupName}</span>
        <span>{t('original', { language })}</span>
      </div>
      {record.session.phase === 'adopted' ? null : <p className={styles.mark}>{t('draftMark')}</p>}
      <h1 dir="auto" lang={head.language}>
        {head.title}
      </h1>
      <Lede record={record} coordinators={coordinators} />
      {record.session.closed ? <p className={styles.note}>{t('closedMeeting')}</p> : null}
      {outline.length === 0 ? <EmptyState title={t('empty')} text={t('emptyText')} /> : null}
      {outline.map(({ item, anchor, paragraphs }) => (
        <section key={item.id} aria-labelledby={anchor}>
          <h2 id={anchor} dir="auto" lang={head.language}>
            {sectionMark(item.number, head.language)} {headingOf(item)}
          </h2>
          {item.closed && lineOf(item.title) !== '' ? <p className={styles.note}>{t('closedItem')}</p> : null}
          <ItemFacts item={item} phase={record.session.phase} />
          {paragraphs.map((paragraph) => (
            <ParagraphView key={paragraph.number} paragraph={paragraph} record={record} delegations={delegations} />
          ))}
          <SpeakersLine interventions={record.session.interventions} item={item.id} />
        </section>
      ))}
      <SpeakersLine interventions={record.session.interventions} item={null} />
      <ActionTable record={record} delegations={delegations} />
      {isHidden ? null : <AttendanceTable record={record} delegations={delegations} />}
    </article>
  )

  /** What is closed to the reader has no title here, and is not called untitled. */
  function headingOf({ title, number, closed }: ItemView): string {
    if (lineOf(title) !== '') return lineOf(title)
    return closed ? t('closedItem') : t('untitled', { number: number ?? '' })
  }
}

interface LedeProps {
  readonly record: MeetingRecord
  readonly coordinators: readonly string[]
}

/** Where and when, as far as it is stated; what is not stated is said to be so (DECIDED 21). */
function Lede({ record: { head }, coordinators }: LedeProps) {
  const { t, locale } = useWords('record')
  const date = formatDate(head.startsAt, locale, head.timeZone)
  const hours = [formatTime(head.startsAt, locale, head.timeZone), formatTime(head.endsAt, locale, head.timeZone)].filter(Boolean)
  const whenAndWhere = [date ?? t('dateUnknown'), hours.join('–'), head.place ?? t('placeUnknown')].filter((part) => part !== '')
  return (
    <p className={styles.lede}>
      {whenAndWhere.join(', ')}. {head.formalMeeting ? t('standsOn', { meeting: head.formalMeeting }) : null}{' '}
      {coordinators.length > 0 ? t('coordinator', { names: formatList(coordinators, locale) }) : null}
    </p>
  )
}
