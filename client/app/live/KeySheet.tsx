import { useState } from 'react'
import type { Action } from '../../../shared/access/index.ts'
import { useMayWhich } from '../../store/index.ts'
import { CheckField, Dialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { KeyCaps } from './KeyCaps.tsx'
import styles from './KeySheet.module.css'
import { type CommandLine, keyTable } from './keyTable.ts'
import { areSingleKeysOn, switchSingleKeys } from './singleKeys.ts'

export interface KeySheetProps {
  readonly onClose: () => void
}

/** Every key that works here for this person, from the table that makes them work. */
export function KeySheet({ onClose }: KeySheetProps) {
  const { t } = useWords('room')
  const [areOn, setOn] = useState(() => areSingleKeysOn(window.localStorage))
  const mine = useMayWhich(rights)
  const lines = keyTable.filter((line) => line.caps !== undefined && (line.right === undefined || mine.includes(line.right)))
  return (
    <Dialog title={t('keyboard')} isOpen onClose={onClose} size="wide">
      <div className={styles.keys}>
        {(['anywhere', 'agenda', 'floor', 'recording'] as const).map((group) => (
          <Group key={group} group={group} lines={lines.filter((line) => line.group === group)} areSinglesOn={areOn} />
        ))}
      </div>
      <div className={styles.switch}>
        <CheckField
          label={t('singleKeys')}
          isSelected={areOn}
          onChange={(on) => {
            switchSingleKeys(window.localStorage, on)
            setOn(on)
          }}
        />
        <p className="micro">{t('singleKeysHelp')}</p>
      </div>
    </Dialog>
  )
}

const rights: readonly Action[] = [...new Set(keyTable.flatMap((line) => line.right ?? []))]

interface GroupProps {
  readonly group: CommandLine['group']
  readonly lines: readonly CommandLine[]
  readonly areSinglesOn: boolean
}

function Group({ group, lines, areSinglesOn }: GroupProps) {
  const { t } = useWords('room')
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{t(`group.${group}`)}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.word} className={line.isSingle && !areSinglesOn ? styles.off : undefined}>
            {t(`command.${line.word}`, { number: '' })}
            <KeyCaps caps={line.caps ?? []} />
          </li>
        ))}
      </ul>
    </section>
  )
}
