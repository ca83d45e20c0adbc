import { useEffect, useState } from 'react'

const stayMs = 2500

/** Whether somebody has just moved the mouse or pressed a key here: only then are there controls. */
export function useAwake(): boolean {
  const [isAwake, setAwake] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), stayMs)
    const wake = () => {
      setAwake(true)
      clearTimeout(timer)
      timer = setTimeout(() => setAwake(false), stayMs)
    }
    const events = ['mousemove', 'keydown', 'pointerdown'] as const
    for (const name of events) window.addEventListener(name, wake)
    return () => {
      clearTimeout(timer)
      for (const name of events) window.removeEventListener(name, wake)
    }
  }, [])
  return isAwake
}
