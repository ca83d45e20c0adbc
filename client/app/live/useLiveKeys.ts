import { useEffect, useRef } from 'react'
import { ownRequest } from '../../../shared/session/index.ts'
import { useMe, useMeeting } from '../../store/index.ts'
import { isMac } from './isMac.ts'
import { pressed } from './keyTable.ts'
import type { LiveActions } from './liveActions.ts'
import { placeOf } from './placeOf.ts'
import { areSingleKeysOn } from './singleKeys.ts'
import { strokeOf } from './strokeOf.ts'

export interface LiveKeys {
  readonly actions: LiveActions
  /** Something stands over the page: its keys are its own. */
  readonly isBusy: boolean
}

/** Answered before whatever has the focus, which would take Enter as its own: a link would open a window. All others come after it. */
const before = 'shift+Enter'

/** How long the second stroke of a sequence may take: F, then 2. */
const sequenceMs = 3000

/** The keys of the live meeting: outside text, menus and dialogs, but for those that work in text, too. */
export function useLiveKeys(given: LiveKeys): void {
  const meeting = useMeeting()
  const me = useMe()
  const latest = useRef({ ...given, me })
  useEffect(() => {
    latest.current = { ...given, me }
  })
  useEffect(() => {
    let begun: { readonly stroke: string; readonly at: number } | null = null
    const isOnList = () => {
      const session = meeting.session.get()
      const who = latest.current.me
      if (session === null || who === null) return false
      return ownRequest(session, { person: who.personId, delegationId: who.delegationId }) !== null
    }
    const answer = (event: KeyboardEvent, isEarly: boolean) => {
      const { actions, isBusy } = latest.current
      if (isBusy || event.defaultPrevented) return
      const stroke = strokeOf(event, isMac())
      if (stroke === null || isEarly !== (stroke === before)) return
      const first = begun !== null && event.timeStamp - begun.at < sequenceMs ? begun.stroke : null
      const { line, begun: next } = pressed(stroke, first, areSingleKeysOn(window.localStorage))
      const place = placeOf(event.target)
      if (place === 'own' || (place === 'text' && line?.inText !== true)) {
        begun = null
        return
      }
      begun = next === null ? null : { stroke: next, at: event.timeStamp }
      if (line === null) return
      const act = actions[line.word]
      if (act === undefined) return
      event.preventDefault()
      if (isEarly) event.stopPropagation()
      if (event.repeat && line.repeats !== true) return
      // Who withdraws has nothing whose kind a second stroke could change.
      if (line.word === 'ask' && isOnList()) begun = null
      act(stroke)
    }
    const early = (event: KeyboardEvent) => answer(event, true)
    const late = (event: KeyboardEvent) => answer(event, false)
    window.addEventListener('keydown', early, true)
    window.addEventListener('keydown', late)
    return () => {
      window.removeEventListener('keydown', early, true)
      window.removeEventListener('keydown', late)
    }
  }, [meeting])
}
