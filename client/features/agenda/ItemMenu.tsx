import type { ItemView } from '../../../shared/record/index.ts'
import { useEdit, useIsLive, useMay, useMeeting, useSession } from '../../store/index.ts'
import { Icon, MenuButton, type MenuEntry, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AgendaRow.module.css'
import { agendaMove, type Direction } from './agendaMove.ts'
import { useItemRun } from './useItemRun.ts'

export interface ItemMenuProps {
  readonly item: ItemView
}

type Run = 'next' | 'open' | 'close' | 'putOff' | 'reopen' | 'hide' | 'unhide'
type Edit = Direction | 'remove'

/** Everything that can be done with an item without a drag and without a key. */
export function ItemMenu({ item }: ItemMenuProps) {
  const { t } = useWords('live')
  const meeting = useMeeting()
  const edit = useEdit()
  const toast = useToast()
  const mayEdit = useMay('record.editAgenda')
  const entries = useRunEntries(item)
  const items = meeting.record.get()?.items ?? []
  const run = useItemRun()
  const number = item.number ?? ''
  const can = (direction: Direction) => agendaMove(items, item.id, direction) !== null
  const act = (what: Run | Edit) => {
    switch (what) {
      case 'next':
        return run.next()
      case 'hide':
      case 'unhide':
        return run.closeToObservers(item.id, what === 'hide')
      case 'open':
      case 'close':
      case 'putOff':
      case 'reopen':
        return run[what](item.id)
      case 'remove': {
        if (!edit({ kind: 'item.remove', id: item.id })) return
        const undo = () => edit({ kind: 'item.restore', id: item.id })
        return toast(t('removedItem', { number }), { label: t('undo'), run: undo })
      }
      default: {
        const move = agendaMove(meeting.record.get()?.items ?? [], item.id, what)
        if (move !== null) edit(move)
      }
    }
  }
  const edits: readonly MenuEntry<Edit>[] = [
    { id: 'up', label: t('moveUp'), icon: 'up', keys: 'Alt ↑', isDisabled: !can('up') },
    { id: 'down', label: t('moveDown'), icon: 'down', keys: 'Alt ↓', isDisabled: !can('down') },
    { id: 'indent', label: t('indent'), icon: 'indent', isDisabled: !can('indent') },
    { id: 'outdent', label: t('outdent'), icon: 'outdent', isDisabled: !can('outdent') },
    { id: 'remove', label: t('removeItem'), icon: 'trash', isDanger: true },
  ]
  return (
    <MenuButton<Run | Edit>
      variant="ghost"
      className={styles.more}
      label={t('itemMenu', { number })}
      entries={[...entries, ...(mayEdit ? edits : [])]}
      onAction={act}
    >
      <Icon name="more" />
    </MenuButton>
  )
}

/** What the chair may do with this item as it stands now. */
function useRunEntries(item: ItemView): readonly MenuEntry<Run>[] {
  const { t } = useWords('live')
  const mayRun = useMay('session.run')
  const mayAmend = useMay('session.amend')
  const mayHide = useMay('observers.close')
  const isLive = useIsLive()
  const isCurrent = useSession((session) => session.current === item.id) ?? false
  const isHiddenItself = useSession((session) => session.closedItems.includes(item.id)) ?? false
  const { progress } = item
  const isDone = progress === 'closed' || progress === 'putOff'
  // A part of an item that is closed to observers is closed with it.
  const canHide = mayHide && (isHiddenItself || !item.closed)
  const entries: readonly (MenuEntry<Run> & { readonly isThere: boolean })[] = [
    { id: 'open', label: t('run.open'), icon: 'play', isThere: mayRun && !isCurrent },
    { id: 'next', label: t('run.next'), icon: 'check', keys: '⇧ ↵', isThere: mayRun && isCurrent },
    { id: 'close', label: t('run.close'), icon: 'check', isThere: mayRun && (isCurrent || progress === 'begun') },
    { id: 'putOff', label: t('run.putOff'), icon: 'clock', isThere: mayAmend && !isDone },
    {
      id: 'reopen',
      label: t(progress === 'closed' ? 'run.reopenClosed' : 'run.reopenPutOff'),
      icon: 'undo',
      isThere: mayAmend && isDone,
    },
    { id: 'hide', label: t('run.hide'), icon: 'lock', isThere: canHide && !isHiddenItself },
    { id: 'unhide', label: t('run.unhide'), icon: 'eye', isThere: canHide && isHiddenItself },
  ]
  return entries
    .filter((entry) => entry.isThere)
    .map(({ isThere: _there, ...entry }) => ({
      ...entry,
      isDisabled: !isLive,
      ...(isLive ? {} : { hint: t('needsConnection') }),
    }))
}
