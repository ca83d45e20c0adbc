import { useState } from 'react'
import { CheckField, Dialog, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './KeySheet.module.css'
import { keyTable } from './keyTable.ts'
import { areSingleKeysOn, switchSingleKeys } from './singleKeys.ts'

export interface KeySheetProps {
  readonly onClose: () => void
  readonly mayShare: boolean
}

/** Every key that works here, from the table that makes them work. */
export function KeySheet({ onClose, mayShare }: KeySheetProps) {
  const { t } = useWords('live')
  const [areOn, setOn] = useState(() => areSingleKeysOn(window.localStorage))
  const lines = keyTable.filter((line) => mayShare || line.word !== 'share')
  return (
    <Dialog title={t('keyboard')} isOpen onClose={onClose}>
      <div className={styles.keys}>
        {(['anywhere', 'agenda', 'recording'] as const).map((group) => (
          <section key={group}>
            <h3>{t(`keys.${group}`)}</h3>
            <ul>
              {lines
                .filter((line) => line.group === group)
                .map((line) => (
                  <li key={line.word}>
                    {t(`keys.${line.word}`)}
                    <span className={styles.caps}>
                      {line.caps.map((cap) => (
                        <Kbd key={cap}>{cap}</Kbd>
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <CheckField
        label={t('keys.single')}
        isSelected={areOn}
        onChange={(on) => {
          switchSingleKeys(window.localStorage, on)
          setOn(on)
        }}
      />
      <p className="micro">{t('keys.singleHelp')}</p>
    </Dialog>
  )
}
