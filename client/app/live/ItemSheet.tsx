import type { ItemView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { Actions } from '../../features/actions/index.ts'
import { ItemHead, useIsHidden } from '../../features/agenda/index.ts'
import { Notes } from '../../features/notes/index.ts'
import { Figures, Outcomes } from '../../features/outcomes/index.ts'
import { Writers } from '../../features/presence/index.ts'
import { useMay, useSession } from '../../store/index.ts'
import { Button, EmptyState, Icon, later } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ItemSheet.module.css'
import type { Adding } from './useAdding.ts'

const ReviewList = later(async () => (await import('../../features/onward/index.ts')).ReviewList, ['onward'])

export interface ItemSheetProps {
  readonly item: ItemView | null
  readonly adding: Adding
}

/** The sheet of the item that is shown: head, notes, outcomes, actions. */
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
  return <Sheet item={item} adding={adding} />
}

interface SheetProps {
  readonly item: ItemView
  readonly adding: Adding
}

function Sheet({ item, adding }: SheetProps) {
  const { t } = useWords('live')
  const isReviewing = useSession((session) => session.reviewing?.item === item.id) ?? false
  if (useIsHidden(item)) {
    return (
      <div className={styles.sheet}>
        <h2 className={styles.hidden} id="item-title" tabIndex={-1}>
          <Icon name="lock" />
          {t('closedToObservers', { number: item.number ?? '' })}
        </h2>
        <p className="micro">{t('closedToObserversText')}</p>
      </div>
    )
  }
  return (
    <div className={styles.sheet}>
      <ItemHead item={item} />
      {isReviewing ? <ReviewList /> : null}
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
