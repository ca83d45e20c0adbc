import type { ReactNode } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import type { MeetingHead, MeetingRecord, Part } from '../../../shared/record/index.ts'
import { EmptyState } from '../../ui/index.ts'
import { directionOfTag, formatDate, formatList, formatTime, useWords } from '../../words/index.ts'
import { ActionTable } from './ActionTable.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { lineOf } from './lineOf.ts'
import { headingMark, type ItemPart, type Outline, type SectionOutline } from './outline.ts'
import { ParagraphView } from './ParagraphView.tsx'
import { PartAnchor } from './PartAnchor.tsx'
import styles from './RecordPaper.module.css'
import { SpeakersLine } from './SpeakersLine.tsx'
import type { ShownPaper } from './shownPaper.ts'

export interface RecordPaperProps {
  readonly paper: ShownPaper
  readonly outline: Outline
  /** The live record, for what a paper does not hold: the hours of the sittings, what is closed to observers. */
  readonly record: MeetingRecord
  readonly coordinators: readonly string[]
  /** Said at the top: "Draft, not adopted"; null for a record that is firm. */
  readonly mark: string | null
  /** Items that are closed to observers. */
  readonly closed: ReadonlySet<ItemId>
  /** The whole meeting is closed to this reader. */
  readonly isHidden: boolean
  /** What stands under a part: the comments on it. */
  readonly under?: ((part: Part) => ReactNode) | undefined
}

/** The paper: what is printed. Its own language and direction are the record's, whatever the page's. */
export function RecordPaper(props: RecordPaperProps) {
  const { paper, outline, record, coordinators, mark, isHidden, under } = props
  const { t, locale } = useWords('record')
  const { head } = paper
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(head.language) ?? head.language
  const isEmpty = outline.sections.length === 0 && !outline.hidesFirst
  return (
    <article className={styles.paper} dir={directionOfTag(head.language)}>
      <div className={styles.symbol}>
        <span className="num">{head.symbol ?? paper.group}</span>
        <span>{t('original', { language })}</span>
      </div>
      {mark === null ? null : <p className={styles.mark}>{mark}</p>}
      <h1 dir="auto" lang={head.language}>
        {head.title}
      </h1>
      <Lede head={head} coordinators={coordinators} />
      {record.session.closed ? <p className={styles.note}>{t('closedMeeting')}</p> : null}
      {isEmpty ? <EmptyState title={t('empty')} text={t('emptyText')} /> : null}
      {outline.hidesFirst ? <p className={styles.note}>{t('hiddenParts')}</p> : null}
      <Sections sections={outline.sections} {...props} />
      {outline.stray.map((paragraph) => (
        <ParagraphView
          key={paragraph.key}
          paragraph={paragraph}
          language={head.language}
          record={record}
          labelOf={() => ''}
          under={under?.(paragraph)}
        />
      ))}
      <SpeakersLine turns={outline.outside} isOutside />
      <ActionTable actions={outline.actions} under={under} />
      {isHidden ? null : <AttendanceTable part={outline.attendance} record={record} />}
      <Sections sections={outline.added} {...props} />
    </article>
  )
}

function Sections({
  sections,
  paper,
  record,
  closed,
  under,
}: RecordPaperProps & { readonly sections: readonly SectionOutline[] }) {
  const { t } = useWords('record')
  const { language } = paper.head
  const extra = new Map(record.items.map((item) => [item.id, item.extraMinutes]))
  const labels = new Map(paper.parts.flatMap((part) => (part?.kind === 'outcome' ? [[part.key, part.label ?? ''] as const] : [])))
  const labelOf = (outcome: string) => labels.get(`outcome:${outcome}`) ?? ''
  return sections.map(({ item, anchor, paragraphs, turns, hidesAfter }) => (
    <section key={item.key} aria-labelledby={anchor}>
      <h2 id={anchor} dir="auto" lang={language}>
        <PartAnchor part={item} />
        {headingMark(item.number, language)} {headingOf(item)}
      </h2>
      {isClosed(item) && lineOf(item.title) !== '' ? <p className={styles.note}>{t('closedItem')}</p> : null}
      <ItemFacts item={item} extraMinutes={item.item === null ? 0 : (extra.get(item.item) ?? 0)} phase={record.session.phase} />
      {paragraphs.map((paragraph) => (
        <ParagraphView
          key={paragraph.key}
          paragraph={paragraph}
          language={language}
          record={record}
          labelOf={labelOf}
          under={under?.(paragraph)}
        />
      ))}
      <SpeakersLine turns={turns} />
      {hidesAfter ? <p className={styles.note}>{t('hiddenParts')}</p> : null}
    </section>
  ))

  function isClosed(item: ItemPart): boolean {
    return item.item !== null && closed.has(item.item)
  }

  /** What is closed to the reader has no title here, and is not called untitled. */
  function headingOf(item: ItemPart): string {
    if (lineOf(item.title) !== '') return lineOf(item.title)
    return isClosed(item) ? t('closedItem') : t('untitled', { number: item.number ?? '' })
  }
}

interface LedeProps {
  readonly head: MeetingHead
  readonly coordinators: readonly string[]
}

/** Where and when, as far as it is stated; what is not stated is said to be so (DECIDED 21). */
function Lede({ head, coordinators }: LedeProps) {
  const { t, locale } = useWords('record')
  const date = formatDate(head.startsAt, locale, head.timeZone)
  const hours = [formatTime(head.startsAt, locale, head.timeZone), formatTime(head.endsAt, locale, head.timeZone)].filter(Boolean)
  const whenAndWhere = [date ?? t('dateUnknown'), hours.join('–'), head.place ?? t('placeUnknown')].filter((part) => part !== '')
  return (
    // The page's own words, in its language: they run its way inside a paper that may run the other.
    <p className={styles.lede} dir="auto">
      {whenAndWhere.join(', ')}. {head.formalMeeting ? t('standsOn', { meeting: head.formalMeeting }) : null}{' '}
      {coordinators.length > 0 ? t('coordinator', { names: formatList(coordinators, locale) }) : null}
    </p>
  )
}
