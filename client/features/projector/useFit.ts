import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { fittingStep } from './fittingStep.ts'

/** Gives a box the step at which its words fit (`--fit`); what does not fit at the smallest is scrolled to where it is being written. */
export function useFit(words: unknown, zoom: number): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement | null>(null)
  const fit = useCallback(() => {
    const element = box.current
    if (element === null) return
    const set = (step: number) => element.style.setProperty('--fit', String(step))
    const step = fittingStep((tried) => {
      set(tried)
      return hasRoom(element)
    })
    set(step)
    const isLong = !hasRoom(element)
    // With something to scroll the box is a stop of the keyboard.
    element.tabIndex = isLong ? 0 : -1
    element.toggleAttribute('data-long', isLong)
    if (isLong) {
      const caret = element.querySelector('.othersCaret')
      if (caret === null) element.scrollTop = element.scrollHeight
      else caret.scrollIntoView({ block: 'nearest' })
    }
    element.toggleAttribute('data-cut', isLong && element.scrollTop > 0)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words or another size are measured anew
  useLayoutEffect(fit, [fit, words, zoom])
  useEffect(() => {
    // What it stands in has a size of its own; the box itself is as high as its words.
    const element = box.current?.parentElement
    if (element == null) return
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    // Letters get their true width only when their font is there.
    void document.fonts.ready.then(fit)
    return () => observer.disconnect()
  }, [fit])
  return box
}

/** Both figures are rounded, each in its own way: one pixel is none. */
function hasRoom(element: HTMLElement): boolean {
  return element.scrollHeight <= element.clientHeight + 1
}
