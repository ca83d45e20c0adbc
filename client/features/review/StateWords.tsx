import type { Adoption, Circulation, MovedDeadline, SessionState, VersionLine } from '../../../shared/session/index.ts'
import { useSession } from '../../store/index.ts'
import { State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { isSameHour, momentIn } from './moment.ts'
import styles from './StatePanel.module.css'
import { useActor } from './useActor.ts'
import { useTimeLeft } from './useTimeLeft.ts'

/** How firm the record is, in words: draft, circulated until when, adopted by whom or by silence, withdrawn. */
export function StateWords() {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const phase = useSession((session) => session.phase)
  const zone = useSession(zoneOf) ?? 'UTC'
  const circulation = useSession((session) => session.circulation)
  const adoption = useSession((session) => session.adoption)
  const last = useSession(lastOf)
  if (phase === null) return null
  if (last?.kind === 'withdrawn') return <Withdrawn line={last} zone={zone} />
  if (adoption !== null) return <Adopted adoption={adoption} zone={zone} />
  if (circulation !== null) return <Out circulation={circulation} />
  const isDraft = phase === 'draft'
  return (
    <>
      <State tone={phase === 'inSession' ? 'live' : 'warn'} icon="edit">
        <b>{common(`phase.${phase}`)}</b>
      </State>
      <p className="micro">{t(isDraft ? (last?.kind === 'circulated' ? 'state.draftAgain' : 'state.draft') : 'state.live')}</p>
    </>
  )
}

interface OutProps {
  readonly circulation: Circulation
}

function Out({ circulation }: OutProps) {
  const { t, locale } = useWords('review')
  const { deadline, timeZone, mode, revision, moved, isSilenceBroken } = circulation
  const objections = useSession((session) => session.comments.objections) ?? 0
  const left = useTimeLeft(deadline)
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const moment = momentIn(deadline, timeZone, locale)
  const isStopped = mode === 'silence' && (objections > 0 || isSilenceBroken)
  return (
    <>
      <State tone="warn" icon="clock">
        <b>{revision === 1 ? t('state.out') : t('state.outAgain', { revision })}</b>
      </State>
      <p className="micro">
        {t(mode === 'silence' ? 'state.untilSilence' : 'state.untilDecision', moment)}{' '}
        {left === null ? t('state.over') : t('state.left', { left })}
      </p>
      {isSameHour(deadline, timeZone, own) ? null : (
        <p className="micro">{t('state.ownHour', momentIn(deadline, own, locale))}</p>
      )}
      {isStopped ? (
        <State tone="live" icon="warning">
          {objections > 0 ? t('state.objections', { count: objections }) : t('state.silenceBroken')}
        </State>
      ) : null}
      <Moves moved={moved} />
    </>
  )
}

interface MovesProps {
  readonly moved: readonly MovedDeadline[]
}

function Moves({ moved }: MovesProps) {
  const { t, locale } = useWords('review')
  const actorOf = useActor()
  if (moved.length === 0) return null
  return (
    <ul className={styles.moved} aria-label={t('deadline.moved')}>
      {moved.map((move) => {
        const name = actorOf(move.actor)
        const date = momentIn(move.at, move.timeZone, locale).text
        return (
          <li key={move.at}>
            {t(name === null ? 'deadline.movedLine' : 'deadline.movedBy', { date, name: name ?? '', reason: move.reason })}
          </li>
        )
      })}
    </ul>
  )
}

interface AdoptedProps {
  readonly adoption: Adoption
  readonly zone: string
}

function Adopted({ adoption, zone }: AdoptedProps) {
  const { t, locale } = useWords('review')
  const { t: common } = useWords()
  const actorOf = useActor()
  const { text: date, zone: place } = momentIn(adoption.at, zone, locale)
  const name = adoption.actor === null ? null : actorOf(adoption.actor)
  const how = adoption.how === 'silence' ? 'state.bySilence' : name === null ? 'state.byDecision' : 'state.byDecisionOf'
  return (
    <>
      <State tone="ok" icon="lock">
        <b>{common('phase.adopted')}</b>
      </State>
      <p className="micro">
        {t(how, { date, zone: place, name: name ?? '' })} {t('state.firm')}
      </p>
    </>
  )
}

interface WithdrawnProps {
  readonly line: VersionLine
  readonly zone: string
}

function Withdrawn({ line, zone }: WithdrawnProps) {
  const { t, locale } = useWords('review')
  return (
    <>
      <State tone="live" icon="close">
        <b>{t('state.withdrawn')}</b>
      </State>
      <p className="micro">
        {t('state.withdrawnText', { date: momentIn(line.at, zone, locale).text })} {line.reason}
      </p>
    </>
  )
}

function zoneOf(session: SessionState): string {
  return session.circulation?.timeZone ?? session.head.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function lastOf(session: SessionState): VersionLine | null {
  return session.versions.at(-1) ?? null
}
