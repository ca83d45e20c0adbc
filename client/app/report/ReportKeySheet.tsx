import { useState } from 'react'
import { CheckField, Dialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { KeyCaps } from '../live/KeyCaps.tsx'
import styles from '../live/KeySheet.module.css'
import { areSingleKeysOn, switchSingleKeys } from '../live/singleKeys.ts'
import { reportKeys } from './reportKeys.ts'

export interface ReportKeySheetProps {
  readonly mayWrite: boolean
  readonly onClose: () => void
}

/** The keys of a report's page, from the table that makes them work. */
export function ReportKeySheet({ mayWrite, onClose }: ReportKeySheetProps) {
  const { t } = useWords('report')
  const { t: say } = useWords('room')
  const [areOn, setOn] = useState(() => areSingleKeysOn(window.localStorage))
  return (
    <Dialog title={t('keys')} isOpen onClose={onClose}>
      <ul className={styles.keys}>
        {reportKeys
          .filter(({ isEdit }) => mayWrite || !isEdit)
          .map(({ word, caps, isSingle }) => (
            <li key={word} className={areOn || !isSingle ? undefined : styles.off}>
              {t(`key.${word}`)}
              <KeyCaps caps={caps} />
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
