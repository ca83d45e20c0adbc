import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { useEdit } from '../../store/index.ts'
import { Button } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Agenda.module.css'

export interface RemovedItemsProps {
  readonly items: readonly ItemView[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What was taken off the agenda, with its words, to be put back. */
export function RemovedItems({ items, isOpen, onToggle }: RemovedItemsProps) {
  const { t } = useWords('live')
  const edit = useEdit()
  return (
    <>
      <button type="button" className={styles.removedToggle} aria-expanded={isOpen} onClick={onToggle}>
        {t('removedItems', { count: items.length })}
      </button>
      {isOpen ? (
        <ul className={styles.removed}>
          {items.map((item) => {
            const title = plainText(item.title).trim()
            return (
              <li key={item.id}>
                <span dir="auto">{title === '' ? t('untitled') : title}</span>
                <Button variant="link" onPress={() => edit({ kind: 'item.restore', id: item.id })}>
                  {t('restore')}
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}
