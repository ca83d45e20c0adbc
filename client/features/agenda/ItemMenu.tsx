import type { ItemView } from '../../../shared/record/index.ts'
import { useEdit, useMeeting } from '../../store/index.ts'
import { Icon, MenuButton, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AgendaRow.module.css'
import { agendaMove, type Direction } from './agendaMove.ts'

export interface ItemMenuProps {
  readonly item: ItemView
}

/** Everything that can be done with an item without a drag and without a key. */
export function ItemMenu({ item }: ItemMenuProps) {
  const { t } = useWords('live')
  const meeting = useMeeting()
  const edit = useEdit()
  const toast = useToast()
  const number = item.number ?? ''
  const items = meeting.record.get()?.items ?? []
  const can = (direction: Direction) => agendaMove(items, item.id, direction) !== null
  const act = (what: Direction | 'remove') => {
    if (what === 'remove') {
      if (!edit({ kind: 'item.remove', id: item.id })) return
      const undo = () => edit({ kind: 'item.restore', id: item.id })
      toast(t('removedItem', { number }), { label: t('undo'), run: undo })
      return
    }
    const move = agendaMove(meeting.record.get()?.items ?? [], item.id, what)
    if (move !== null) edit(move)
  }
  const entries = [
    { id: 'up' as const, label: t('moveUp'), icon: 'up' as const, keys: 'Alt ↑', isDisabled: !can('up') },
    { id: 'down' as const, label: t('moveDown'), icon: 'down' as const, keys: 'Alt ↓', isDisabled: !can('down') },
    { id: 'indent' as const, label: t('indent'), icon: 'indent' as const, isDisabled: !can('indent') },
    { id: 'outdent' as const, label: t('outdent'), icon: 'outdent' as const, isDisabled: !can('outdent') },
    { id: 'remove' as const, label: t('removeItem'), icon: 'trash' as const, isDanger: true },
  ]
  return (
    <MenuButton variant="ghost" className={styles.more} label={t('itemMenu', { number })} entries={entries} onAction={act}>
      <Icon name="more" />
    </MenuButton>
  )
}
