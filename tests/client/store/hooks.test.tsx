// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  MeetingProvider,
  useCurrentItem,
  useIsLive,
  useMay,
  useMe,
  useRun,
  useServerNow,
  useSession,
  useShownOutcome,
} from '../../../client/store/index.ts'
import type { Meeting } from '../../../client/sync/index.ts'
import { ToastProvider } from '../../../client/ui/index.ts'
import { catalogues, startWords, WordsContext } from '../../../client/words/index.ts'
import { plainText } from '../../../shared/record/index.ts'
import { waiting } from '../../../shared/session/index.ts'
import { liveWorld } from '../../support/live/liveWorld.ts'
import { BrowserWorld, until } from '../sync/browserWorld.ts'
import { TestDevice } from '../sync/TestDevice.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** Draws parts of a page over a meeting. */
async function draw(meeting: Meeting, parts: ReactNode): Promise<HTMLElement> {
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
        <ToastProvider>
          <MeetingProvider meeting={meeting}>{parts}</MeetingProvider>
        </ToastProvider>
      </WordsContext>,
    ),
  )
  return place
}

/** Lets something happen to the meeting and the page take it in. */
async function happens(what: () => Promise<unknown>): Promise<void> {
  await act(async () => {
    await what()
  })
}

/** Counts how often it is drawn. */
interface CountedProps {
  readonly drawn: (part: 'waiting' | 'phase' | 'item') => void
}

function Waiting({ drawn }: CountedProps) {
  drawn('waiting')
  // Written in place, and a new list each time.
  const list = useSession((session) => waiting(session).filter((request) => request.intervention === 'statement'))
  return <p className="waiting">{list?.map((request) => request.speaker.name).join(', ')}</p>
}

function PhaseOf({ drawn }: CountedProps) {
  drawn('phase')
  return <p>{useSession((session) => session.phase)}</p>
}

function Current({ drawn }: CountedProps) {
  drawn('item')
  return <p className="current">{plainText(useCurrentItem()?.title ?? [])}</p>
}

function AskButton({ answered }: { readonly answered: (done: boolean) => void }) {
  const run = useRun()
  const ask = async () => answered(await run({ kind: 'floor.ask', intervention: 'statement' }))
  return (
    <button type="button" className="ask" onClick={() => void ask()}>
      ask
    </button>
  )
}

function Hour({ told }: { readonly told: (now: number) => void }) {
  const now = useServerNow()
  told(now)
  return <p>{now}</p>
}

function Facts() {
  const me = useMe()
  const may = { ask: useMay('floor.ask'), run: useMay('session.run') }
  return <p className="facts">{JSON.stringify({ id: me?.personId, role: me?.role, isLive: useIsLive(), ...may })}</p>
}

function Wall() {
  const shown = useShownOutcome()
  return <p className="wall">{shown === null ? 'nothing' : `${plainText(shown.outcome.text)} (${shown.why})`}</p>
}

describe('the room as hooks', () => {
  test('[CL59] a part of the page is drawn again only when what it selects has changed, however it selects', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.coordinator)
    await tab.live()
    const drawn = { waiting: 0, phase: 0, item: 0 }
    const count = (part: keyof typeof drawn) => {
      drawn[part] += 1
    }
    const place = await draw(
      tab.meeting,
      <>
        <Waiting drawn={count} />
        <PhaseOf drawn={count} />
        <Current drawn={count} />
      </>,
    )
    const { command, session } = tab.meeting
    const run = command.bind(tab.meeting)
    await happens(async () => {
      await run({ kind: 'item.open', item: world.itemId, from: null })
      await until(tab.meeting.session, (now) => now?.current === world.itemId)
      await run({ kind: 'floor.ask', intervention: 'statement', name: 'Thailand' })
      await until(session, (now) => now?.floor.requests.length === 1)
    })
    expect(place.querySelector('.waiting')?.textContent).toBe('Thailand')
    expect(place.querySelector('.current')?.textContent).toBe('Opening')
    expect(drawn.phase).toBe(1)
    const before = { ...drawn }
    await happens(async () => {
      await run({ kind: 'timer.pause', of: 'item' })
      await until(session, (now) => now?.clock.paused === true)
    })
    expect(drawn.waiting).toBe(before.waiting)
    expect(drawn.phase).toBe(before.phase)
  })

  test('[CL60] a refusal is told in passing in the words of its reason, and the answer is no', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.anna)
    await tab.live()
    const answers: boolean[] = []
    const place = await draw(tab.meeting, <AskButton answered={(done) => answers.push(done)} />)
    const press = () => place.querySelector<HTMLButtonElement>('.ask')?.click()
    await happens(async () => {
      press()
      await until(tab.meeting.session, (now) => now?.floor.requests.length === 1)
    })
    await happens(async () => {
      press()
      await tab.meeting.command({ kind: 'floor.ask', intervention: 'statement' })
    })
    expect(answers).toEqual([true, false])
    const words: Readonly<Record<string, string>> = catalogues.en.common
    expect(place.textContent).toContain(words['reason.alreadyOnList'])
    tab.kill()
    await happens(async () => press())
    expect(place.textContent).toContain(words['line.needsConnection'])
    expect(answers).toEqual([true, false, false])
  })

  test("[CL41] a hook for the hour draws at the server's full second", async () => {
    const world = await liveWorld()
    const clocks = new TestDevice({ truth: Date.now() })
    const tab = await new BrowserWorld().tab(world, world.people.anna, { clocks })
    await tab.live()
    const hours: number[] = []
    await draw(tab.meeting, <Hour told={(now) => hours.push(now)} />)
    await happens(() => clocks.advance(3000))
    expect(new Set(hours).size).toBeGreaterThanOrEqual(3)
    expect(hours.every((hour) => hour % 1000 === 0)).toBe(true)
  })

  test('[CL61] who one is, whether the line is up and what one may are told by the same facts as at the server', async () => {
    const world = await liveWorld()
    const tab = await new BrowserWorld().tab(world, world.people.observer)
    await tab.live()
    const place = await draw(tab.meeting, <Facts />)
    const facts = () => JSON.parse(place.querySelector('.facts')?.textContent ?? '{}')
    expect(facts()).toEqual({ id: world.people.observer.person, role: 'observer', isLive: true, ask: true, run: false })
    await happens(async () => tab.kill())
    expect(facts().isLive).toBe(false)
  })

  test('[CL56] the shown outcome goes over when it is read out, and back when its time is over', async () => {
    const world = await liveWorld()
    const clocks = new TestDevice({ truth: Date.now() })
    const tab = await new BrowserWorld().tab(world, world.people.coordinator, { clocks })
    await tab.live()
    const place = await draw(tab.meeting, <Wall />)
    const wall = () => place.querySelector('.wall')?.textContent
    expect(wall()).toBe('The Group agreed. (last)')
    await happens(async () => {
      expect(await tab.meeting.command({ kind: 'outcome.readOut', outcome: world.outcomeId })).toMatchObject({ ok: true })
      await until(tab.meeting.session, (now) => now?.reading !== null)
    })
    expect(wall()).toBe('The Group agreed. (reading)')
    await happens(() => clocks.advance(30_000))
    expect(wall()).toBe('The Group agreed. (last)')
  })
})
