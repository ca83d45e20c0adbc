import { useEffect, useState } from 'react'

/** So many rows are made in one frame without the next one being late. */
const rowsAFrame = 6

/** A list of which a few more entries are shown with each frame, so that two hundred that come at once hold up none. */
export function useFew<T>(list: readonly T[]): readonly T[] {
  const [room, setRoom] = useState(rowsAFrame)
  const isMore = list.length > room
  useEffect(() => {
    if (!isMore) return
    const frame = requestAnimationFrame(() => setRoom(room + rowsAFrame))
    return () => cancelAnimationFrame(frame)
  }, [isMore, room])
  return isMore ? list.slice(0, room) : list
}
