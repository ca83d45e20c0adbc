import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import { useMeeting } from '../../store/index.ts'
import { useDesk } from '../text/index.ts'
import { Clicks } from './Clicks.ts'
import { ShownItem } from './ShownItem.ts'

const ShownContext = createContext<ShownItem | null>(null)

export interface FollowProviderProps {
  readonly children: ReactNode
}

/** Gives a page the item it shows, which goes along with the meeting. The record must be there. */
export function FollowProvider({ children }: FollowProviderProps) {
  const meeting = useMeeting()
  const desk = useDesk()
  const [clicks] = useState(() => new Clicks())
  const [shown] = useState(
    () =>
      new ShownItem({
        meeting,
        // A dialog over the sheet is a text that is being written, too.
        isBusy: () => desk.get() !== null || document.querySelector('[role=dialog], [role=alertdialog]') !== null,
        address: { named: window.location.hash.slice(1), followed: markOf(window.history.state) },
        setAddress,
        focusTitle,
        isSecondClick: clicks.isSecond,
        now: () => performance.now(),
      }),
  )
  useEffect(() => shown.start(), [shown])
  useEffect(() => clicks.start(), [clicks])
  useEffect(() => {
    const named = () => {
      const id = window.location.hash.slice(1)
      const item = meeting.record.get()?.items.find((one) => one.id === id)
      if (item !== undefined && item.id !== shown.get().shown) shown.open(item.id)
    }
    window.addEventListener('hashchange', named)
    return () => window.removeEventListener('hashchange', named)
  }, [meeting, shown])
  return <ShownContext value={shown}>{children}</ShownContext>
}

export interface Follow {
  /** The item whose sheet is shown. */
  readonly shown: ItemId | null
  /** Whether this page goes along with the meeting. */
  readonly isFollowing: boolean
  readonly open: (item: ItemId) => void
  readonly returnToCurrent: () => void
  /** Runs a command of this person that moves the meeting: the page and the focus go along. */
  readonly goAlong: (run: () => Promise<boolean>) => Promise<boolean>
}

/** What the page shows, and the ways to look elsewhere and to come back. */
export function useFollow(): Follow {
  const shown = useContext(ShownContext)
  if (shown === null) throw new Error('There is no FollowProvider above this component')
  const following = useSyncExternalStore(shown.subscribe, shown.get)
  return useMemo(
    () => ({
      shown: following.shown,
      isFollowing: following.follows,
      open: shown.open,
      returnToCurrent: shown.returnToCurrent,
      goAlong: shown.goAlong,
    }),
    [shown, following],
  )
}

function setAddress(item: ItemId | null, follows: boolean): void {
  const { pathname, search } = window.location
  const state: unknown = window.history.state
  const kept = typeof state === 'object' && state !== null ? state : {}
  window.history.replaceState({ ...kept, follows }, '', `${pathname}${search}${item === null ? '' : `#${item}`}`)
}

function markOf(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'follows' in state && state.follows === true
}

/** Once the sheet of the new item stands. */
function focusTitle(): void {
  requestAnimationFrame(() => document.getElementById('item-title')?.focus())
}
