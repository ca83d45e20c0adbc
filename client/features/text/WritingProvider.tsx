import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { WritingDesk } from './writing.ts'

const DeskContext = createContext<WritingDesk | null>(null)

export interface WritingProviderProps {
  readonly children: ReactNode
}

/** Gives a page its one open text. */
export function WritingProvider({ children }: WritingProviderProps) {
  const [desk] = useState(() => new WritingDesk())
  useEffect(() => {
    // Fetched when the page is at rest, so that the first key is not waited for.
    const timer = setTimeout(() => void desk.fetchEditor().catch(() => undefined), 600)
    return () => clearTimeout(timer)
  }, [desk])
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** The page's desk: opens and closes texts for writing. */
export function useDesk(): WritingDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('There is no writing desk above this component')
  return desk
}

/** Whether this text is the open one. */
export function useIsWriting(path: string): boolean {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, () => desk.get()?.path === path)
}
