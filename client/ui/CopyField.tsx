import { useState } from 'react'
import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import styles from './CopyField.module.css'
import { Icon } from './Icon.tsx'

export interface CopyFieldProps {
  readonly label: string
  readonly value: string
}

/** Something to carry elsewhere, such as a link: shown whole, selectable, copied by one press. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useWords()
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      // Refused by the browser: the text stands there to be copied by hand.
      () => setCopied(false),
    )
  }
  return (
    <div className={styles.copy}>
      <input
        className={styles.value}
        readOnly
        value={value}
        aria-label={label}
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="primary" onPress={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} />
        <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
      </Button>
    </div>
  )
}
