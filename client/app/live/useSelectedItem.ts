import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { useMeeting, useRecord } from '../../store/index.ts'

/** The item that is open: the one in the address, else the first; and the way to open another. */
export function useSelectedItem(): readonly [ItemView | null, (id: ItemId) => void] {
  const meeting = useMeeting()
  const items = useRecord(pickItems)
  const [wanted, setWanted] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    const followed = () => setWanted(window.location.hash.slice(1))
    window.addEventListener('hashchange', followed)
    return () => window.removeEventListener('hashchange', followed)
  }, [])
  const item = useMemo(() => {
    const known = items ?? []
    return known.find((one) => one.id === wanted) ?? known.find((one) => one.number !== null) ?? null
  }, [items, wanted])
  const itemId = item?.id ?? null
  useEffect(() => {
    meeting.show({ item: itemId })
  }, [meeting, itemId])
  useEffect(() => {
    // What is open stays open: when others move or add items, "the first one" would be another, and a key meant for a text
    // would land in the wrong place.
    if (itemId !== null) setWanted(itemId)
  }, [itemId])
  const open = useCallback((id: ItemId) => {
    // The address names what is shown, so that it can be copied and survives a reload.
    window.history.replaceState(window.history.state, '', `#${id}`)
    setWanted(id)
  }, [])
  return [item, open]
}

const pickItems = (record: { readonly items: readonly ItemView[] }) => record.items
