import type { SpeakerName } from '../../../shared/record/index.ts'
import { notSpoken, type SessionState, speakingTimes } from '../../../shared/session/index.ts'
import { useServerNow, useSession } from '../../store/index.ts'
import { Dialog, Plate, Plates } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { clockText } from './clockText.ts'
import styles from './Dialogs.module.css'
import { speakerCode } from './speakerCode.ts'

export interface TimesDialogProps {
  readonly onClose: () => void
}

/** Who has used how much time, and who has not spoken yet: facts, no advice. */
export function TimesDialog({ onClose }: TimesDialogProps) {
  const { t } = useWords('floor')
  const session = useSession(whole)
  return (
    <Dialog title={t('timesTitle')} isOpen onClose={onClose}>
      {session === null || session.head.attribution === 'none' ? (
        <p>{t('timesNotKept')}</p>
      ) : (
        <>
          <p className="micro">{t('timesText')}</p>
          <Times session={session} />
          <NotSpoken session={session} />
        </>
      )}
    </Dialog>
  )
}

interface PartProps {
  readonly session: SessionState
}

function Times({ session }: PartProps) {
  const { t } = useWords('floor')
  const { t: common } = useWords()
  const times = speakingTimes(session, useServerNow())
  const speaking = session.floor.speaking?.request.speaker ?? null
  if (times.length === 0) return <p>{t('timesNone')}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('who')}</th>
          <th scope="col" className={styles.figure}>
            {t('turns')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {times.map(({ speaker, type, ms, turns }) => (
          <tr key={speaker === null ? `type ${type}` : (speaker.delegation ?? `name ${speaker.name}`)}>
            <td>
              <span className={styles.who}>
                {speaker === null ? (
                  <span>{type === null ? t('unknownSpeaker') : common(`types.${type}`)}</span>
                ) : (
                  <>
                    <span aria-hidden="true">
                      <Plate code={speakerCode(speaker)} />
                    </span>
                    <bdi>{speaker.name}</bdi>
                  </>
                )}
                {speaker !== null && isSame(speaker, speaking) ? <span className={styles.now}>{t('speaksNow')}</span> : null}
              </span>
            </td>
            <td className={`${styles.figure} num`}>{turns}</td>
            <td className={`${styles.figure} num`}>{clockText(ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NotSpoken({ session }: PartProps) {
  const { t } = useWords('floor')
  const entries = notSpoken(session)
  return (
    <section>
      <h3 className={styles.sub}>{t('notSpoken')}</h3>
      {entries === null ? (
        <p className="micro">{t('notSpokenUnknown')}</p>
      ) : entries.length === 0 ? (
        <p className="micro">{t('notSpokenNone')}</p>
      ) : (
        <Plates>
          {entries.map((entry) => (
            <Plate key={entry.name} code={speakerCode(entry)} name={entry.name} />
          ))}
        </Plates>
      )}
    </section>
  )
}

function isSame(one: SpeakerName, other: SpeakerName | null): boolean {
  if (other === null) return false
  return one.delegation === null ? other.delegation === null && one.name === other.name : one.delegation === other.delegation
}

const whole = (session: SessionState) => session
