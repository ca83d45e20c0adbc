import type { SessionState } from '../../../shared/session/index.ts'
import { isListOpen } from '../../../shared/session/index.ts'
import { useFloorActions, useIsLive, useMay, useMe, useRun, useSession } from '../../store/index.ts'
import { type LiveActions, only } from './liveActions.ts'

/** Asking for the floor, giving it, the item's clock, and being there. */
export function useFloorCommands(): LiveActions {
  const { askOrWithdraw, ask, next, pause } = useFloorActions()
  const run = useRun()
  const isLive = useIsLive()
  const me = useMe()
  const session = useSession(pickFloor)
  const mayRunFloor = useMay('floor.run')
  const mayRun = useMay('session.run')
  const mayAttend = useMay('attendance.own')
  const isRunning = isLive && session !== null
  const isOpen = session !== null && isListOpen(session)
  const isPresent = session?.attending.some(({ delegates }) => delegates.some((one) => one.person === me?.personId)) === true
  const hasDelegation = me !== null && me.delegationId !== null
  return only({
    ask: askOrWithdraw,
    askStatement: ask && (() => ask('statement')),
    askReply: ask && (() => ask('reply')),
    askPoint: ask && (() => ask('pointOfOrder')),
    nextSpeaker: next,
    pause: session !== null && session.current !== null && pause,
    addMinutes:
      isRunning && mayRun && session.current !== null && (() => void run({ kind: 'timer.add', of: 'item', minutes: 5 })),
    closeList: isRunning && mayRunFloor && isOpen && (() => void run({ kind: 'floor.closeList' })),
    openList: isRunning && mayRunFloor && !isOpen && (() => void run({ kind: 'floor.openList' })),
    checkIn: isRunning && mayAttend && hasDelegation && !isPresent && (() => void run({ kind: 'attendance.checkIn' })),
    checkOut: isRunning && mayAttend && isPresent && (() => void run({ kind: 'attendance.checkOut' })),
  })
}

const pickFloor = ({ floor, current, attending }: SessionState) => ({ floor, current, attending })
