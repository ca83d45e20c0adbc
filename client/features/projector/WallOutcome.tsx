import type { OutcomeView } from '../../../shared/record/index.ts'
import { isBeingRead, type SessionState } from '../../../shared/session/index.ts'
import { plateOf, type ShownOutcome, useByServerNow, useParties, useRecord, useSession } from '../../store/index.ts'
import { cx, Icon, Plate } from '../../ui/index.ts'
import { listPieces, useWords } from '../../words/index.ts'
import { TextView } from '../text/index.ts'
import { useFit } from './useFit.ts'
import { useWriterPlace } from './useWriterPlace.ts'
import styles from './Wall.module.css'

export interface WallOutcomeProps {
  readonly shown: ShownOutcome
  readonly zoom: number
}

/** One outcome in letters for the last row: its number, its verb, its words as they are written, and how firm it is. */
export function WallOutcome({ shown, zoom }: WallOutcomeProps) {
  const { outcome, writers } = shown
  const box = useFit(outcome, zoom)
  const carets = useWriterPlace(outcome, writers)
  const language = useRecord((record) => record.head.language) ?? undefined
  return (
    <section className={styles.middle} aria-live="off">
      <div className={styles.outcome} ref={box} lang={language}>
        <div className={cx(styles.number, 'num')}>{outcome.number}</div>
        <div className={styles.text} dir="auto">
          <Verb outcome={outcome} />
          <TextView text={outcome.text} kind="line" writers={carets} />
        </div>
        {outcome.qualifiers.map((qualifier) => (
          <div key={qualifier.id} className={styles.qualifier} dir="auto">
            {qualifier.kind === '' ? null : <i className={styles.verb}>{qualifier.kind} </i>}
            <TextView text={qualifier.text} kind="line" />
          </div>
        ))}
      </div>
      <Under shown={shown} />
    </section>
  )
}

interface VerbProps {
  readonly outcome: OutcomeView
}

/** Without a verb, a view is introduced as what it is: never as an outcome of the group. */
function Verb({ outcome }: VerbProps) {
  const { t } = useWords('room')
  const parties = useParties()
  const { kind, standing, actor } = outcome
  if (kind === '') return standing === 'coordinatorView' ? <i className={styles.verb}>{t('viewOf')} </i> : null
  return (
    <>
      {actor === null ? null : <bdi>{parties.show(actor).name} </bdi>}
      <i className={cx(styles.verb, standing === 'coordinatorView' && styles.view)}>
        {actor === null ? capital(kind) : kind}
      </i>{' '}
    </>
  )
}

interface UnderProps {
  readonly shown: ShownOutcome
}

/** Where the plates go into the sentence; no catalogue holds this sign. */
const gap = '\ufffc'

function Under({ shown: { outcome, writers } }: UnderProps) {
  const { t, locale } = useWords('room')
  const reading = useSession((session) => session.reading)
  const isRead = useByServerNow((now) => reading !== null && isBeingRead({ reading }, outcome.id, now))
  const names = t(writers.length === 1 ? 'isDrafting' : 'areDrafting', { names: gap })
  const [before = '', after = ''] = names.split(gap)
  const codes = writers.map(plateOf)
  const unseen = [...writers]
  return (
    <p className={styles.under}>
      {writers.length === 0 || isRead ? null : (
        <span className={styles.names}>
          {before}
          {listPieces(codes, locale).map((piece) => {
            const writer = piece.isPart ? unseen.shift() : undefined
            if (writer === undefined) return piece.text
            return <Plate key={writer.connection} code={plateOf(writer)} colour={writer.colour} />
          })}
          {after}
        </span>
      )}
      {isRead ? (
        <span className={styles.read}>
          <Icon name="lock" />
          <ReadingWords />
        </span>
      ) : null}
      <span className={cx(outcome.standing === 'agreed' && styles.agreed)}>
        {outcome.standing === 'agreed' ? <Icon name="check" /> : null} {t(`standing.${outcome.standing ?? 'none'}`)}
      </span>
    </p>
  )
}

/** The name only where the attribution rule lets it be known. */
function ReadingWords() {
  const { t } = useWords('room')
  const name = useSession(pickReader) ?? null
  return name === null ? t('readingOut') : t('readingOutBy', { name })
}

const pickReader = (session: SessionState) => session.reading?.actor.name ?? null

function capital(verb: string): string {
  return verb.slice(0, 1).toLocaleUpperCase() + verb.slice(1)
}
