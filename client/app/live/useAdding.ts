import { useMemo } from 'react'
import type { ActionId, ItemId, OutcomeId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useDesk } from '../../features/text/index.ts'
import { useEdit, useMeeting } from '../../store/index.ts'

/** Adds to the record and opens the new text for writing. */
export interface Adding {
  readonly addItem: () => void
  readonly addOutcome: () => void
  readonly addAction: () => void
  readonly writeNotes: () => void
}

/** What can be added at the open item; the caret stands in the new text at once. */
export function useAdding(item: ItemView | null, open: (id: ItemId) => void): Adding {
  const meeting = useMeeting()
  const edit = useEdit()
  const desk = useDesk()
  const itemId = item?.id ?? null
  return useMemo(
    () => ({
      addItem: () => {
        const id = meeting.newId<ItemId>()
        if (!edit({ kind: 'item.add', id, parent: null, after: 'last', title: '' })) return
        open(id)
        desk.write(textPathOf.title(id), 'end')
      },
      addOutcome: () => {
        if (itemId === null) return
        const id = meeting.newId<OutcomeId>()
        if (edit({ kind: 'outcome.add', id, item: itemId, after: 'last', text: '' })) desk.write(textPathOf.outcome(id), 'end')
      },
      addAction: () => {
        if (itemId === null) return
        const id = meeting.newId<ActionId>()
        if (edit({ kind: 'action.add', id, item: itemId, after: 'last', task: '' })) desk.write(textPathOf.task(id), 'end')
      },
      writeNotes: () => {
        if (itemId !== null) desk.write(textPathOf.notes(itemId), 'end')
      },
    }),
    [meeting, edit, desk, itemId, open],
  )
}
