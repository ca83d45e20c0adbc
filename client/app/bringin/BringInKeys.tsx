import { useState } from 'react'
import { reviewKeys } from '../../features/bringin/index.ts'
import { CheckField, Dialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { KeyCaps } from '../live/KeyCaps.tsx'
import styles from '../live/KeySheet.module.css'
import { areSingleKeysOn, switchSingleKeys } from '../live/singleKeys.ts'

export interface BringInKeysProps {
  readonly onClose: () => void
}

/** The keys of the page, from the table that makes them work; the same list as in a meeting. */
export function BringInKeys({ onClose }: BringInKeysProps) {
  const { t } = useWords('bringin')
  const { t: say } = useWords('room')
  const [areOn, setOn] = useState(() => areSingleKeysOn(window.localStorage))
  return (
    <Dialog title={t('keys')} isOpen onClose={onClose}>
      <ul className={styles.keys}>
        {reviewKeys.map(({ word, cap }) => (
          <li key={word} className={areOn ? undefined : styles.off}>
            {t(`key.${word}`)}
            <KeyCaps caps={[cap]} />
          </li>
        ))}
      </ul>
      <div className={styles.switch}>
        <CheckField
          label={say('singleKeys')}
          isSelected={areOn}
          onChange={(on) => {
            switchSingleKeys(window.localStorage, on)
            setOn(on)
          }}
        />
        <p className="micro">{say('singleKeysHelp')}</p>
      </div>
    </Dialog>
  )
}
