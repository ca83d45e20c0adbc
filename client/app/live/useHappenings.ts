import { useEffect, useRef } from 'react'
import type { ItemView, Phase } from '../../../shared/record/index.ts'
import { isOwnRequest, ownRequest } from '../../../shared/session/index.ts'
import { useCurrentItem, useIsLive, useMe, useRecord, useSession } from '../../store/index.ts'

/** Something that everybody, or this person, should hear of. */
export type Happening =
  | { readonly kind: 'line'; readonly isLive: boolean }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'item'; readonly item: ItemView }
  | { readonly kind: 'agreed'; readonly number: string }
  | { readonly kind: 'floor'; readonly isSpeaking: boolean }

/** Tells what has happened since the page was opened; how things stood then is no news. */
export function useHappenings(tell: (happening: Happening) => void): void {
  const isLive = useIsLive()
  const phase = useSession((session) => session.phase)
  const item = useCurrentItem()
  const agreed = useRecord((record) =>
    record.outcomes.filter((one) => one.standing === 'agreed' && !one.removed).map((one) => one.id),
  )
  const outcomes = useRecord((record) => record.outcomes)
  const me = useMe()
  const turn = useSession((session) => {
    if (me === null) return null
    const who = { person: me.personId, delegationId: me.delegationId }
    const speaking = session.floor.speaking
    if (speaking !== null && isOwnRequest(speaking.request, who)) return 'speaking'
    // Within another item one's request waits, and nobody is next.
    return ownRequest(session, who)?.place === 1 ? 'next' : null
  })
  // Opening for the first time is no return.
  useChange(
    isLive,
    (now, before) => {
      if (before !== now) tell({ kind: 'line', isLive: now })
    },
    !isLive,
  )
  useChange(
    phase,
    (now) => {
      if (now !== null) tell({ kind: 'phase', phase: now })
    },
    phase === null,
  )
  useChange(
    item?.id ?? null,
    () => {
      if (item !== null) tell({ kind: 'item', item })
    },
    phase === null,
  )
  useChange(
    agreed,
    (now, before) => {
      const fresh = now?.filter((id) => before?.includes(id) !== true).at(-1)
      const number = outcomes?.find((one) => one.id === fresh)?.number ?? null
      if (number !== null) tell({ kind: 'agreed', number })
    },
    agreed === null,
  )
  useChange(
    turn,
    (now) => {
      if (now !== null) tell({ kind: 'floor', isSpeaking: now === 'speaking' })
    },
    phase === null,
  )
}

/** Tells when a value has become another one. As long as nothing is known yet there is nothing to compare with. */
function useChange<T>(value: T, tell: (now: T, before: T) => void, isUnknown: boolean): void {
  const last = useRef<{ readonly value: T } | null>(null)
  useEffect(() => {
    const before = last.current
    if (before === null) {
      if (!isUnknown) last.current = { value }
      return
    }
    if (Object.is(before.value, value)) return
    last.current = { value }
    tell(value, before.value)
  })
}
