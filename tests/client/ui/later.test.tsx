// @vitest-environment happy-dom
import { act, type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { later, ToastProvider } from '../../../client/ui/index.ts'
import { startWords, WordsContext } from '../../../client/words/index.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

interface ListProps {
  readonly told: (key: string) => void
  readonly onClose: () => void
}

/** Takes the focus and tells which keys reach it. */
function List({ told }: ListProps) {
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => own.current?.focus(), [])
  return <div ref={own} role="menu" tabIndex={-1} onKeyDown={(event) => told(event.key)} />
}

async function draw(parts: ReactNode): Promise<HTMLElement> {
  const words = await startWords('en', document.documentElement)
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  onTestFinished(async () => {
    await act(async () => root.unmount())
    place.remove()
  })
  await act(async () =>
    root.render(
      <WordsContext value={words}>
        <ToastProvider>{parts}</ToastProvider>
      </WordsContext>,
    ),
  )
  return place
}

const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
const frames = () =>
  act(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
      ),
  )

test('[PAG3] keys pressed before a part of the page has come reach it, in order, and nothing behind it', async () => {
  let resolve: (list: ComponentType<ListProps>) => void = () => undefined
  const promise = new Promise<ComponentType<ListProps>>((come) => {
    resolve = come
  })
  const Part = later(() => promise)
  const [told, behind]: [string[], string[]] = [[], []]
  const page = (event: KeyboardEvent) => void behind.push(event.key)
  window.addEventListener('keydown', page)
  onTestFinished(() => window.removeEventListener('keydown', page))
  const place = await draw(<Part told={(key) => told.push(key)} onClose={() => undefined} />)
  expect(place.querySelector('[role=menu]')).toBeNull()
  for (const key of ['ArrowDown', 'b', '2']) press(key)
  expect(behind).toEqual([])
  await act(async () => resolve(List))
  await frames()
  expect(told).toEqual(['ArrowDown', 'b', '2'])
})

test('[PAG3] Escape calls off what has not come yet', async () => {
  let closed = 0
  const Part = later(() => new Promise<ComponentType<ListProps>>(() => undefined))
  await draw(<Part told={() => undefined} onClose={() => (closed += 1)} />)
  press('Escape')
  expect(closed).toBe(1)
})

test('[PAG4] a part that cannot be had says so and closes, and is asked for again the next time', async () => {
  let [asked, closed] = [0, 0]
  const Part = later<ListProps>(() => {
    asked += 1
    return asked === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(List)
  })
  const first = await draw(<Part told={() => undefined} onClose={() => (closed += 1)} />)
  await act(async () => undefined)
  expect(closed).toBe(1)
  expect(first.textContent).not.toBe('')
  const second = await draw(<Part told={() => undefined} onClose={() => undefined} />)
  await act(async () => undefined)
  expect(second.querySelector('[role=menu]')).not.toBeNull()
})

test('[PAG9] a part that stands in the page by itself is asked for again until it comes, and that it could not be had is said once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  let asked = 0
  const said = () => document.body.textContent.split('did not answer').length - 1
  const Part = later(async () => {
    asked += 1
    if (asked < 3) throw new Error('no line')
    return () => <p role="note">here</p>
  })
  const place = await draw(<Part />)
  expect([asked, place.querySelector('[role=note]')]).toEqual([1, null])
  expect(said()).toBe(1)
  await act(() => vi.advanceTimersByTimeAsync(4000))
  expect([asked, place.querySelector('[role=note]')]).toEqual([2, null])
  expect(said()).toBeLessThan(2)
  await act(() => vi.advanceTimersByTimeAsync(4000))
  expect(place.querySelector('[role=note]')?.textContent).toBe('here')
})
