import { useMemo } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { useMeeting, useRun } from '../../store/index.ts'
import { useFollow } from './FollowProvider.tsx'

/** What the chair does with items. Each says at sending what was current here, so that of two at once only one moves the meeting. */
export interface ItemRun {
  readonly next: () => void
  readonly back: () => void
  readonly open: (item: ItemId) => void
  readonly close: (item: ItemId) => void
  readonly putOff: (item: ItemId) => void
  readonly reopen: (item: ItemId) => void
  readonly closeToObservers: (item: ItemId, closed: boolean) => void
}

/** The commands of the agenda; a refusal is said in passing and nothing else moves. */
export function useItemRun(): ItemRun {
  const meeting = useMeeting()
  const run = useRun()
  const { goAlong } = useFollow()
  return useMemo(() => {
    const from = () => meeting.session.get()?.current ?? null
    return {
      next: () => void goAlong(() => run({ kind: 'item.next', from: from() })),
      back: () => void goAlong(() => run({ kind: 'item.back', from: from() })),
      open: (item) => void goAlong(() => run({ kind: 'item.open', item, from: from() })),
      close: (item) => void run({ kind: 'item.close', item }),
      putOff: (item) => void run({ kind: 'item.putOff', item }),
      reopen: (item) => void run({ kind: 'item.reopen', item }),
      closeToObservers: (item, closed) => void run({ kind: 'item.closeToObservers', item, closed }),
    }
  }, [meeting, run, goAlong])
}
