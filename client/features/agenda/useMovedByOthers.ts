import { useEffect, useRef } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { type ItemView, plainText, type RecordEdit } from '../../../shared/record/index.ts'
import { useEdit, useMeeting } from '../../store/index.ts'
import { useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'

type Move = Extract<RecordEdit, { readonly kind: 'item.move' }>

/** How long one remembers where one put an item. */
const rememberedMs = 60_000

interface Remembered {
  readonly move: Move
  readonly order: string
  readonly parent: ItemId | null
  readonly at: number
}

/** The last move wins; whoever moved the same item shortly before is told, and can put it back (design: two people moved the same item). */
export function useMovedByOthers(): void {
  const meeting = useMeeting()
  const edit = useEdit()
  const toast = useToast()
  const { t } = useWords('live')
  const mine = useRef(new Map<ItemId, Remembered>())

  useEffect(
    () =>
      meeting.edited.subscribe(() => {
        const move = meeting.edited.get()
        if (move === null) mine.current.clear()
        if (move?.kind !== 'item.move') return
        const item = find(meeting.record.get()?.items, move.id)
        if (item) mine.current.set(move.id, { move, order: item.order, parent: item.parent, at: Date.now() })
      }),
    [meeting],
  )

  useEffect(() => {
    const look = () => {
      for (const [id, remembered] of mine.current) {
        const item = find(meeting.record.get()?.items, id)
        const isOld = Date.now() - remembered.at > rememberedMs
        if (item === undefined || item.removed || isOld) mine.current.delete(id)
        else if (item.order !== remembered.order || item.parent !== remembered.parent) {
          mine.current.delete(id)
          const undo = () => edit(remembered.move)
          toast(t('movedElsewhere', { title: plainText(item.title), number: item.number ?? '' }), { label: t('undo'), run: undo })
        }
      }
    }
    // After the present turn: an edit of one's own is told only once the record shows it.
    return meeting.record.subscribe(() => queueMicrotask(look))
  }, [meeting, edit, toast, t])
}

function find(items: readonly ItemView[] | undefined, id: ItemId): ItemView | undefined {
  return items?.find((item) => item.id === id)
}
