import { useMemo } from 'react'
import type { InterventionKind } from '../../../shared/record/index.ts'
import type { FloorRequest, SessionState } from '../../../shared/session/index.ts'
import { isListOpen, isOwnRequest, ownRequest, waiting } from '../../../shared/session/index.ts'
import { useCurrentItem, useIsLive, useMay, useMe, useSession } from '../../store/index.ts'
import { type Off, whyOff } from './whyOff.ts'

/** How this person stands to the floor. */
export interface Asking {
  /** Why no statement can be asked for; null when it can. */
  readonly off: Off | null
  /** One's own request, or one's delegation's, with its place. */
  readonly own: { readonly request: FloorRequest; readonly place: number } | null
  /** The kinds that wait already; a point of order may stand beside another. */
  readonly kinds: readonly InterventionKind[]
  readonly isSpeaking: boolean
}

/** How this person stands to the floor now; null before anything is known. */
export function useAsking(): Asking | null {
  const session = useSession(whole)
  const item = useCurrentItem()
  const me = useMe()
  const isLive = useIsLive()
  const mayAsk = useMay('floor.ask')
  return useMemo(() => {
    if (session === null || me === null) return null
    const { person, speaker } = session.floor.speaking?.request ?? { person: null, speaker: null }
    const isMine = speaker !== null && speaker.delegation !== null && speaker.delegation === me.delegationId
    const who = { person: me.personId, delegationId: me.delegationId }
    return {
      off: whyOff({
        phase: session.phase,
        mayAsk,
        isLive,
        isClosedHere: me.role === 'observer' && (session.closed || item?.closed === true),
        isListOpen: isListOpen(session),
      }),
      own: ownRequest(session, who),
      kinds: waiting(session).flatMap((request) => (isOwnRequest(request, who) ? [request.intervention] : [])),
      isSpeaking: person === me.personId || isMine,
    }
  }, [session, item, me, isLive, mayAsk])
}

const whole = (session: SessionState) => session
