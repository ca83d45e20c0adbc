import { useEffect, useState } from 'react'
import { Button, State, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { checkFingerprint, type FingerprintCheck, inFours } from './fingerprintCheck.ts'
import styles from './Review.module.css'
import { useVersion } from './useVersion.ts'

export interface FingerprintProps {
  /** The version that is read. */
  readonly number: number
  /** As the meeting names it, which came another way than the text. */
  readonly fingerprint: string
}

/** The fingerprint of the text on this page, really computed from it here. */
export function Fingerprint({ number, fingerprint }: FingerprintProps) {
  const { t } = useWords('review')
  const { t: common } = useWords()
  const toast = useToast()
  const sealed = useVersion(number).data?.sealed
  const [check, setCheck] = useState<FingerprintCheck | null>(null)
  useEffect(() => {
    setCheck(null)
    if (sealed === undefined) return
    let isOld = false
    const tell = (found: FingerprintCheck) => {
      if (!isOld) setCheck(found)
    }
    checkFingerprint(sealed, fingerprint, globalThis.crypto).then(tell, () => tell('differs'))
    return () => {
      isOld = true
    }
  }, [sealed, fingerprint])
  const copy = () => {
    navigator.clipboard.writeText(fingerprint).then(
      () => toast(common('copied')),
      // Refused by the browser: it stands there to be copied by hand.
      () => undefined,
    )
  }
  const hides = sealed?.parts.some((part) => 'hash' in part) ?? false
  return (
    <section>
      <h2>{t('fingerprint')}</h2>
      <code className={styles.hash}>{inFours(fingerprint)}</code>
      <p role="status">
        {check === 'matches' ? (
          <State tone="ok" icon="check">
            {t(hides ? 'fingerprint.matchesHidden' : 'fingerprint.matches')}
          </State>
        ) : null}
        {check === 'differs' ? (
          <State tone="live" icon="warning">
            {t('fingerprint.differs')}
          </State>
        ) : null}
        {check === 'impossible' ? <span className="micro">{t('fingerprint.impossible')}</span> : null}
        {check === null ? <span className="micro">{t('fingerprint.checking')}</span> : null}
      </p>
      <Button variant="link" onPress={copy}>
        {t('fingerprint.copy')}
      </Button>
    </section>
  )
}
