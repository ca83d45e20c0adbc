import { useMemo } from 'react'
import type { ItemId, OutcomeId } from '../../../shared/base/index.ts'
import type { OutcomeView, Standing } from '../../../shared/record/index.ts'
import { isBeingRead } from '../../../shared/session/index.ts'
import { shownOutcome, useMeeting, useRun } from '../../store/index.ts'

/** What the keys do with an outcome: the one with the focus, else the one the room looks at, else the last one of the item. */
export interface FixingActions {
  /** The outcome that a key would act on now; null when the item has none. */
  readonly target: () => OutcomeView | null
  /** Reads it out; while it is being read, agrees it. */
  readonly readOrAgree: () => void
  readonly setStanding: (standing: Exclude<Standing, 'agreed'>) => void
  /** Puts it on the projector, or lets the projector follow the work again. */
  readonly toggleShown: () => void
}

/** The actions of fixing a sentence, for keys and the palette; a refusal is said in passing. */
export function useFixingActions(item: ItemId | null): FixingActions {
  const meeting = useMeeting()
  const run = useRun()
  return useMemo(() => {
    const target = () => targetOf(meeting, item)
    const act = (does: (outcome: OutcomeView) => void) => {
      const outcome = target()
      if (outcome === null) return
      document.getElementById(`outcome-${outcome.id}`)?.scrollIntoView({ block: 'nearest' })
      does(outcome)
    }
    const isRead = (outcome: OutcomeId) => {
      const session = meeting.session.get()
      return session !== null && isBeingRead(session, outcome, meeting.now())
    }
    return {
      target,
      readOrAgree: () => act(({ id }) => void run({ kind: isRead(id) ? 'outcome.agree' : 'outcome.readOut', outcome: id })),
      setStanding: (standing) => act(({ id }) => void run({ kind: 'outcome.setStanding', outcome: id, standing })),
      toggleShown: () =>
        act(({ id }) => void run({ kind: 'outcome.show', outcome: meeting.session.get()?.shown === id ? null : id })),
    }
  }, [meeting, run, item])
}

type Looked = Pick<ReturnType<typeof useMeeting>, 'record' | 'session' | 'people' | 'changedOutcome' | 'now'>

function targetOf(meeting: Looked, item: ItemId | null): OutcomeView | null {
  const all = meeting.record.get()?.outcomes ?? []
  const here = all.filter((outcome) => outcome.item === item && !outcome.removed)
  const focused = document.activeElement?.closest<HTMLElement>('[data-outcome]')?.dataset.outcome
  const session = meeting.session.get()
  const reading = session?.reading ?? null
  const shown = shownOutcome({
    outcomes: all,
    people: meeting.people.get(),
    current: session?.current ?? null,
    reading: reading !== null && reading.until > meeting.now() ? reading.outcome : null,
    shown: session?.shown ?? null,
    changed: meeting.changedOutcome.get(),
    before: null,
  })
  const find = (id: string | undefined) => here.find((outcome) => outcome.id === id)
  return find(focused) ?? find(shown?.outcome.id) ?? here.at(-1) ?? null
}
