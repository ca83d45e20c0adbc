import type { SearchAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { formatPlainDate, useWords } from '../../words/index.ts'
import styles from './Records.module.css'
import { Snippet } from './Snippet.tsx'

type Hit = SearchAnswer['hits'][number]
type Passage = Hit['passages'][number]

export interface HitRecordProps {
  readonly hit: Hit
  /** Where several groups are searched, each record says whose it is. */
  readonly showsGroup: boolean
}

/** One record with the passages that were found in it, each with its address. */
export function HitRecord({ hit, showsGroup }: HitRecordProps) {
  const { t, locale } = useWords('archive')
  const common = useWords()
  const date = formatPlainDate(hit.meetingDate, locale)
  const heading = [date, hit.place].filter(Boolean).join(', ') || hit.meetingTitle
  return (
    <article className={styles.hit}>
      <div className={styles.hitHead}>
        <h2 dir="auto">
          <TextLink href={`/m/${hit.meetingId}/record`} isQuiet>
            {heading}
          </TextLink>
        </h2>
        <span className="micro num">{hit.symbol ?? common.t(`phase.${hit.phase}`)}</span>
      </div>
      <p className="micro" dir="auto">
        {[...(showsGroup ? [hit.groupName] : []), ...(heading === hit.meetingTitle ? [] : [hit.meetingTitle])].join('. ')}
      </p>
      {hit.passages.map((passage) => (
        <div key={passage.address + passage.part + passage.snippet.map((run) => run.text).join('')} className={styles.passage}>
          <TextLink href={passage.address}>
            <span className="num">{nameOf(passage)}</span>
          </TextLink>
          <p dir="auto">
            {passage.part === 'outcome' && passage.kind ? <i className={styles.verb}>{capital(passage.kind)} </i> : null}
            <Snippet runs={passage.snippet} />
            {passage.part === 'outcome' && passage.standing !== 'agreed' ? (
              <span className={styles.standing}> {standingOf(passage)}</span>
            ) : null}
          </p>
        </div>
      ))}
      {hit.more > 0 ? <p className="micro">{t('moreHere', { count: hit.more })}</p> : null}
    </article>
  )

  function nameOf({ part, paragraph, number }: Passage): string {
    if (part === 'action') return t('action', { number: number ?? '' })
    if (paragraph !== null) return t('paragraph', { number: paragraph })
    if (part === 'outcome') return t('outcome', { number: number ?? '' })
    if (part === 'note') return number === null ? t('notes') : t('notesOf', { number })
    if (part === 'title') return number === null ? t('titleOf') : t('item', { number })
    return t('target')
  }

  function standingOf({ standing }: Passage): string {
    const known = ['proposed', 'bracketed', 'coordinatorView', 'noAgreement', 'deferred'] as const
    return t(`standing.${known.find((one) => one === standing) ?? 'none'}`)
  }
}

/** A passage begins here, whatever stands before its verb in the record. */
function capital(verb: string): string {
  return verb.slice(0, 1).toLocaleUpperCase() + verb.slice(1)
}
