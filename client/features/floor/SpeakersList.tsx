import type { SessionState } from '../../../shared/session/index.ts'
import { waiting } from '../../../shared/session/index.ts'
import { useCurrentItem, useMay, useMe, useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { AskButton } from './AskButton.tsx'
import { GiveButton } from './GiveButton.tsx'
import { ListMenu } from './ListMenu.tsx'
import styles from './SpeakersList.module.css'
import { SpeakingRow } from './SpeakingRow.tsx'
import { WaitingList } from './WaitingList.tsx'

/** Who has the floor, who waits for it, and the way onto the list. Nothing in it advances by itself. */
export function SpeakersList() {
  const { t } = useWords('floor')
  const phase = useSession(pickPhase)
  const requests = useSession(waiting)
  const speaking = useSession(pickSpeaking)
  const isClosed = useSession(pickClosed) === true
  const isItemClosed = useCurrentItem()?.closed === true
  const isObserver = useMe()?.role === 'observer'
  const mayRun = useMay('floor.run')
  if (phase === null || requests === null) return null
  const isInRoom = phase === 'inSession' || phase === 'suspended'
  const isHidden = isObserver && (isClosed || isItemClosed)
  return (
    <section className={styles.list} aria-label={t('list')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('list')}</h2>
        {isHidden || phase === 'planned' ? null : <ListMenu isInRoom={isInRoom} />}
      </div>
      {isInRoom ? null : <p className="micro">{phase === 'planned' ? t('opensWithSession') : t('closedWithMeeting')}</p>}
      {isInRoom && !isHidden ? (
        <>
          {speaking === null ? null : <SpeakingRow request={speaking.request} />}
          <WaitingList requests={requests} mayRun={mayRun} />
          {requests.length === 0 && speaking === null ? <p className={`${styles.empty} micro`}>{t('nobodyWaits')}</p> : null}
        </>
      ) : null}
      {isInRoom ? (
        <div className={styles.doing}>
          {isHidden ? null : <GiveButton next={requests[0] ?? null} speaking={speaking?.request ?? null} />}
          <AskButton />
        </div>
      ) : null}
    </section>
  )
}

const pickPhase = (session: SessionState) => session.phase
const pickSpeaking = (session: SessionState) => session.floor.speaking
const pickClosed = (session: SessionState) => session.closed
