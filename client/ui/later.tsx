import { type ComponentType, useEffect, useReducer, useRef } from 'react'
import { type Namespace, useFetchWords, useWords } from '../words/index.ts'
import { KeptKeys } from './KeptKeys.ts'
import { useToast } from './ToastContext.ts'

/** All parts that come later, by the modules that are here: once the page rests, it fetches what a press on it might want. */
const parts = new Set<() => Promise<unknown>>()

/** How long until a part that stands in the page is asked for again. */
const againMs = 4000

/**
 * A part of the page that is fetched when it is first drawn: a dialog, a menu, a list. Until it has come nothing is drawn; keys pressed
 * meanwhile are kept for it. When it cannot be had, that is said, and what was opened closes again (`onClose`); what stands in the page by
 * itself is asked for until it comes.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words: readonly Namespace[] = [],
): ComponentType<Props> {
  let code: ComponentType<Props> | null = null
  const fetchCode = async () => {
    code ??= await load()
  }
  parts.add(fetchCode)
  // biome-ignore lint/correctness/noComponentHookFactories: like React.lazy it is called once for a part, where its module begins
  return function Later(props: Props) {
    const { t, language } = useWords()
    const { has, fetch } = useFetchWords()
    const toast = useToast()
    const [, draw] = useReducer((times: number) => times + 1, 0)
    const given = useRef(props)
    const kept = useRef<KeptKeys | null>(null)
    const isHere = code !== null && has(words)
    useEffect(() => {
      given.current = props
    })
    // biome-ignore lint/correctness/useExhaustiveDependencies: another language is other words
    useEffect(() => {
      if (isHere) return
      let isGone = false
      const close = () => closingOf(given.current)?.()
      const keys = closingOf(given.current) === null ? null : new KeptKeys(window, close)
      kept.current = keys
      let timer: ReturnType<typeof setTimeout> | null = null
      const ask = (isAgain: boolean): void => {
        Promise.all([fetchCode(), fetch(words)]).then(
          () => {
            if (!isGone) draw()
          },
          () => {
            if (isGone) return
            if (!isAgain) toast(t('page.unreachable'))
            // What was not opened stands in the page: nobody can press for it again.
            if (keys === null) timer = setTimeout(() => ask(true), againMs)
            else close()
          },
        )
      }
      ask(false)
      return () => {
        isGone = true
        keys?.close()
        if (timer !== null) clearTimeout(timer)
      }
    }, [isHere, language])
    useEffect(() => {
      if (!isHere || kept.current === null) return
      const keys = kept.current
      kept.current = null
      // What opens takes the focus in its own effects and in the frame after them.
      requestAnimationFrame(() => requestAnimationFrame(() => keys.handOver(document)))
    }, [isHere])
    const Code = code
    return isHere && Code !== null ? <Code {...props} /> : null
  }
}

/** Fetches the code of all that comes later, one part after the other; what cannot be had now is asked for when it is needed. */
export async function fetchLater(): Promise<void> {
  for (const fetchCode of parts) await fetchCode().catch(() => undefined)
}

/** What a part is given to be closed with, if it is one that opens and closes. */
function closingOf(props: object): (() => void) | null {
  const close: unknown = Reflect.get(props, 'onClose')
  return typeof close === 'function' ? () => void close() : null
}
