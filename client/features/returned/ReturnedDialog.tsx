import { useState } from 'react'
import { plainText } from '../../../shared/record/index.ts'
import { useRecord } from '../../store/index.ts'
import { CheckField, Dialog } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CopyList } from './CopyList.tsx'
import { DifferenceCard } from './DifferenceCard.tsx'
import { byItem, isOpen } from './differences.ts'
import styles from './Returned.module.css'
import type { HeldCopies } from './useCopies.ts'

export interface ReturnedDialogProps {
  readonly held: HeldCopies
  readonly onClose: () => void
}

const none = [] as const

/** What differs between the restored record and the copies from before, item by item, each to be taken in or declined; and the copies. */
export function ReturnedDialog({ held, onClose }: ReturnedDialogProps) {
  const { t } = useWords('returned')
  const items = useRecord((record) => record.items) ?? none
  const [showsAll, setShowsAll] = useState(false)
  const { differences, isCut } = held
  const shown = showsAll ? differences : differences.filter(isOpen)
  const groups = byItem(shown, items)
  return (
    <Dialog title={t('title')} isOpen size="wide" onClose={onClose}>
      <p className="small">{t('help')}</p>
      {groups.length === 0 ? <p>{t('nothingOpen')}</p> : null}
      {groups.map(({ id, item, words, differences: own }) => (
        <section key={id} className={styles.group}>
          <h3 className={styles.item}>
            {item?.number == null ? null : <span className="num">{item.number} </span>}
            <span dir="auto">{item === null ? words || t('unknownItem') : plainText(item.title) || t('unknownItem')}</span>
          </h3>
          <ul className={styles.list}>
            {own.map((difference) => (
              <DifferenceCard key={difference.variantId} difference={difference} held={held} isItemHere={item !== null} />
            ))}
          </ul>
        </section>
      ))}
      {isCut ? <p className="small">{t('isCut')}</p> : null}
      <CheckField label={t('showAll')} isSelected={showsAll} onChange={setShowsAll} />
      <CopyList held={held} />
    </Dialog>
  )
}
