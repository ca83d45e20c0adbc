import type { ItemView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { Actions } from '../../features/actions/index.ts'
import { ItemHead } from '../../features/agenda/index.ts'
import { Notes } from '../../features/notes/index.ts'
import { Figures, Outcomes } from '../../features/outcomes/index.ts'
import { Writers } from '../../features/presence/index.ts'
import { useMay } from '../../store/index.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './LivePage.module.css'
import type { Adding } from './useAdding.ts'

export interface ItemSheetProps {
  readonly item: ItemView | null
  readonly adding: Adding
}

/** The sheet of the item that is open: head, notes, outcomes, actions. */
export function ItemSheet({ item, adding }: ItemSheetProps) {
  const { t } = useWords('live')
  const mayEdit = useMay('record.editAgenda')
  if (item === null) {
    return (
      <EmptyState title={t('emptyAgenda')} text={mayEdit ? t('emptyAgendaText') : t('emptyAgendaReader')}>
        {mayEdit ? (
          <Button variant="primary" onPress={adding.addItem}>
            {t('addItem')}
          </Button>
        ) : null}
      </EmptyState>
    )
  }
  return (
    <div className={styles.sheet}>
      <ItemHead item={item} />
      <Notes item={item} writers={<Writers path={textPathOf.notes(item.id)} sentence="writing" />} />
      <Outcomes item={item} onAdd={adding.addOutcome} writersOf={drafting} />
      <Figures item={item} />
      <Actions item={item} onAdd={adding.addAction} />
    </div>
  )
}

function drafting(path: string) {
  return <Writers path={path} sentence="isDrafting" />
}
