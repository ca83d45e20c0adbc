import { useEffect, useRef, useState } from 'react'
import { useDocument } from '../../store/index.ts'

const shownMs = 6000

/** For six seconds after the line has returned and everything is saved: how many changes had waited. Null otherwise. */
export function useCameBack(isDown: boolean): number | null {
  const open = useDocument()
  const [changes, setChanges] = useState<number | null>(null)
  const waited = useRef(0)
  const wasDown = useRef(false)
  useEffect(() => {
    const look = () => {
      const sign = open.saved.get()
      if (sign.kind === 'onDevice') waited.current = sign.changes
      if (sign.kind !== 'saved' || isDown || !wasDown.current) return
      wasDown.current = false
      setChanges(waited.current)
      waited.current = 0
    }
    if (isDown) wasDown.current = true
    look()
    return open.saved.subscribe(look)
  }, [open, isDown])
  useEffect(() => {
    if (changes === null) return
    const timer = setTimeout(() => setChanges(null), shownMs)
    return () => clearTimeout(timer)
  }, [changes])
  return changes
}
