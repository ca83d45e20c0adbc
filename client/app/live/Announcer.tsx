import { useEffect, useRef, useState } from 'react'
import { useConnection, useStandpoint } from '../../store/index.ts'
import { VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

/** Says what changed for everybody, politely: offline and back, another phase. Nobody's typing is ever announced. */
export function Announcer() {
  const { t } = useWords('live')
  const { t: common } = useWords()
  const connection = useConnection()
  const phase = useStandpoint((standpoint) => standpoint.session.phase)
  const [sentence, setSentence] = useState('')
  const isLive = connection.kind === 'live'
  const wasLive = useRef<boolean | null>(null)
  const lastPhase = useRef(phase)
  useEffect(() => {
    if (wasLive.current !== null && wasLive.current !== isLive) setSentence(isLive ? t('said.back') : t('said.offline'))
    // Opening for the first time is no return.
    if (isLive || wasLive.current !== null) wasLive.current = isLive
  }, [isLive, t])
  useEffect(() => {
    if (phase !== null && lastPhase.current !== null && phase !== lastPhase.current) {
      setSentence(t('said.phase', { phase: common(`phase.${phase}`) }))
    }
    lastPhase.current = phase
  }, [phase, t, common])
  return (
    <div role="status" aria-live="polite">
      <VisuallyHidden>{sentence}</VisuallyHidden>
    </div>
  )
}
