import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { useFollow } from '../../features/agenda/index.ts'
import { useMeeting, useRecord } from '../../store/index.ts'

/** The item whose sheet is shown: the one the meeting is on, or another that one chose to look at; and the way to open another. */
export function useSelectedItem(): readonly [ItemView | null, (id: ItemId) => void] {
  const meeting = useMeeting()
  const items = useRecord(pickItems)
  const { shown, open } = useFollow()
  const item = useMemo(() => {
    const known = items ?? []
    return known.find((one) => one.id === shown) ?? known.find((one) => one.number !== null) ?? null
  }, [items, shown])
  const itemId = item?.id ?? null
  useEffect(() => {
    meeting.show({ item: itemId })
  }, [meeting, itemId])
  useKeptFocus(itemId)
  return [item, open]
}

/** When another sheet takes the place of the one in which the focus was, the focus is on its title, and not nowhere. */
function useKeptFocus(itemId: ItemId | null): void {
  const before = useRef(itemId)
  const wasInside = document.activeElement?.closest('article') != null
  useLayoutEffect(() => {
    if (before.current === itemId) return
    before.current = itemId
    const title = document.getElementById('item-title')
    if (title === null) return
    if (wasInside && document.activeElement === document.body) title.focus({ preventScroll: true })
    // On a phone the page itself scrolls: another sheet begins at its beginning.
    if (title.offsetParent !== null) window.scrollTo(0, 0)
  })
}

const pickItems = (record: { readonly items: readonly ItemView[] }) => record.items
