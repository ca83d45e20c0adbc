import type { FloorRequest } from '../../../shared/session/index.ts'
import { cx } from '../../ui/index.ts'
import type { Words } from '../../words/index.ts'
import styles from './SpeakersList.module.css'

export interface SpeakerWordsProps {
  readonly t: Words<'floor'>['t']
  readonly request: FloorRequest
  readonly isMine: boolean
  readonly isSpeaking?: boolean
}

/** Who it is, and in small what else is said of it: on behalf of whom, as observer. */
export function SpeakerWords({ t, request, isMine, isSpeaking = false }: SpeakerWordsProps) {
  const { speaker, onBehalfOf, asObserver, intervention } = request
  const facts = [
    ...(isSpeaking && intervention !== 'statement' ? [t(`kind.${intervention}`)] : []),
    ...(onBehalfOf === null ? [] : [t('onBehalfOf', { name: `\u2068${onBehalfOf}\u2069` })]),
    ...(asObserver ? [t('asObserver')] : []),
  ]
  return (
    <span className={styles.words}>
      <span className={cx(styles.name, isSpeaking && styles.speaker)} title={speaker.name}>
        {isMine ? t('you') : <bdi>{speaker.name}</bdi>}
      </span>
      {facts.length === 0 ? null : <span className={styles.facts}>{facts.join(' · ')}</span>}
    </span>
  )
}
