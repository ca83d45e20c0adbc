import { type RefObject, useEffect, useRef } from 'react'
import { type OutcomeView, textPathOf } from '../../../shared/record/index.ts'
import { useDesk } from '../text/index.ts'

/**
 * Lays the pen down when the words are locked under it: else the editor would come back by itself, with the focus, once they are open
 * again. The focus stays at the outcome. Gives the place where the outcome stands.
 */
export function useLeavesWhenLocked({ id, qualifiers }: OutcomeView, isLocked: boolean): RefObject<HTMLLIElement | null> {
  const desk = useDesk()
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isLocked) return
    const path = desk.get()?.path
    const paths = [textPathOf.outcome(id), ...qualifiers.map((qualifier) => textPathOf.qualifier(id, qualifier.id))]
    if (path === undefined || !paths.includes(path)) return
    desk.leave(path, false)
    place.current?.focus({ preventScroll: true })
  }, [desk, isLocked, id, qualifiers])
  return place
}
