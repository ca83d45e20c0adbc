import { useCallback, useMemo, useRef } from 'react'
import type { InterventionKind } from '../../shared/record/index.ts'
import type { CommandDraft, SessionState } from '../../shared/session/index.ts'
import { ownRequest } from '../../shared/session/index.ts'
import type { Readable } from '../sync/index.ts'
import { askAs } from './askAs.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useIsLive } from './useIsLive.ts'
import { useMay } from './useMay.ts'
import { useMe } from './useMe.ts'
import { useRun } from './useRun.ts'

/** What the floor's buttons and keys do. Null: not for this person, or not now. */
export interface FloorActions {
  /** Asks for a statement; when on the list already, withdraws. */
  readonly askOrWithdraw: (() => void) | null
  /** Asks for this kind; a request that waits already becomes one of this kind. */
  readonly ask: ((kind: InterventionKind, onBehalfOf?: string) => void) | null
  /** Gives the floor to the next; with nobody waiting the turn ends. */
  readonly next: (() => void) | null
  /** Pauses the item's clock, or lets it run again. */
  readonly pause: (() => void) | null
}

type Act = 'ask' | 'next' | 'pause'

/** The floor's actions, from what the session is when they are carried out. */
export function useFloorActions(): FloorActions {
  const meeting = useMeeting()
  const run = useRun()
  const me = useMe()
  const isLive = useIsLive()
  const mayAsk = useMay('floor.ask')
  const mayGive = useMay('floor.give')
  const mayRun = useMay('session.run')
  const queue = useRef({ waits: [] as readonly Act[], last: Promise.resolve() })
  const act = useCallback(
    (what: Act, drafts: (session: SessionState) => readonly CommandDraft[]) => {
      const here = queue.current
      here.waits = [...here.waits, what]
      here.last = here.last
        .then(async () => {
          const session = meeting.session.get()
          for (const draft of session === null ? [] : drafts(session)) {
            const before = meeting.session.get()
            if (!(await run(draft))) return
            await changed(meeting.session, before)
          }
        })
        .finally(() => {
          here.waits = here.waits.slice(1)
        })
    },
    [meeting, run],
  )
  /** A second press before the answer to the first would take back what the first has just done: it does nothing. Another act waits. */
  const actOnce = useCallback(
    (what: Act, drafts: (session: SessionState) => readonly CommandDraft[]) => {
      if (!queue.current.waits.includes(what)) act(what, drafts)
    },
    [act],
  )
  return useMemo(() => {
    const who = me === null ? null : { person: me.personId, delegationId: me.delegationId }
    const isOn = isLive && who !== null
    return {
      askOrWithdraw:
        isOn && mayAsk
          ? () =>
              actOnce('ask', (session) => {
                const own = ownRequest(session, who)
                return own === null
                  ? [{ kind: 'floor.ask', intervention: 'statement' }]
                  : [{ kind: 'floor.withdraw', request: own.request.id }]
              })
          : null,
      ask:
        isOn && mayAsk
          ? (kind, onBehalfOf) =>
              act('ask', (session) => askAs(session, who, { kind, behalf: onBehalfOf, now: meeting.seconds.get() }))
          : null,
      next:
        isOn && mayGive
          ? () => actOnce('next', ({ floor }) => [{ kind: 'floor.next', after: floor.speaking?.request.id ?? null }])
          : null,
      pause:
        isOn && mayRun
          ? () => actOnce('pause', ({ clock }) => [{ kind: clock.paused ? 'timer.resume' : 'timer.pause', of: 'item' }])
          : null,
    }
  }, [act, actOnce, meeting, me, isLive, mayAsk, mayGive, mayRun])
}

/** An answer may come before the change it speaks of: what is done next looks at the session after it. */
function changed(session: Readable<SessionState | null>, before: SessionState | null): Promise<void> {
  if (session.get() !== before) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(done, patienceMs)
    const unsubscribe = session.subscribe(done)
  })
}

/** A command that changed nothing is followed by no change. */
const patienceMs = 1000
