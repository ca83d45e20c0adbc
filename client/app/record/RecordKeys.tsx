import { useState } from 'react'
import { CheckField, Dialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { KeyCaps } from '../live/KeyCaps.tsx'
import styles from '../live/KeySheet.module.css'
import { areSingleKeysOn, switchSingleKeys } from '../live/singleKeys.ts'

export interface RecordKeysProps {
  readonly onClose: () => void
}

/** The keys of the record's page, with the switch for single letters; the same list as in a meeting. */
export function RecordKeys({ onClose }: RecordKeysProps) {
  const { t } = useWords('review')
  const { t: say } = useWords('room')
  const [areOn, setOn] = useState(() => areSingleKeysOn(window.localStorage))
  return (
    <Dialog title={t('sayKeys')} isOpen onClose={onClose}>
      <ul className={styles.keys}>
        <li className={areOn ? undefined : styles.off}>
          {t('key.say')}
          <KeyCaps caps={['C']} />
        </li>
        <li className={areOn ? undefined : styles.off}>
          {say('command.keyboard')}
          <KeyCaps caps={['?']} />
        </li>
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
