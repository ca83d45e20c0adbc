import { useSyncExternalStore } from 'react'

/** How many plates the bar has room for, widest first. */
const rooms = [
  { query: '(min-width: 1321px)', room: 5 },
  { query: '(min-width: 1101px)', room: 3 },
] as const

/** How many plates of those present stand in the bar at this width; the others are counted, so it must be known. */
export function usePlateRoom(): number {
  return useSyncExternalStore(subscribe, read)
}

function read(): number {
  return rooms.find(({ query }) => window.matchMedia(query).matches)?.room ?? 2
}

function subscribe(onChange: () => void): () => void {
  const lists = rooms.map(({ query }) => window.matchMedia(query))
  for (const list of lists) list.addEventListener('change', onChange)
  return () => {
    for (const list of lists) list.removeEventListener('change', onChange)
  }
}
