import { useState } from 'react'
import type { CommandDraft } from '../../../shared/session/index.ts'
import { useIsLive, useMay, useMe, useRun, useSession } from '../../store/index.ts'
import { Button, State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendancePart.module.css'
import { type OwnAttendance, ownAttendance } from './ownAttendance.ts'
import { useItemNumbers } from './useItemNumbers.ts'

/** One's own attendance: how one stands, and the one press there is for it. Nothing for those who do not check in. */
export function OwnLine() {
  const { t } = useWords('attendance')
  const me = useMe()
  const attending = useSession((session) => session.attending)
  const attribution = useSession((session) => session.head.attribution)
  const mayCheck = useMay('attendance.own')
  const isLive = useIsLive()
  const numbers = useItemNumbers()
  const run = useRun()
  const [isSending, setSending] = useState(false)
  if (me === null || attending === null) return null
  const own = ownAttendance(attending, me)
  // Somebody without a delegation is in the list by name only, and a meeting that keeps no names has no place for them.
  const hasPlace = me.delegationId !== null || attribution === 'named'
  if ((!mayCheck || !hasPlace) && own.kind !== 'in' && own.kind !== 'left') return null
  const send = async (kind: Extract<CommandDraft['kind'], 'attendance.checkIn' | 'attendance.checkOut'>) => {
    setSending(true)
    await run({ kind })
    setSending(false)
  }
  return (
    <div className={styles.own}>
      <State {...(own.kind === 'in' ? { tone: 'ok' as const, icon: 'check' as const } : {})} role="status">
        {words(own)}
      </State>
      {mayCheck && hasPlace ? (
        <Button
          variant={own.kind === 'none' || own.kind === 'delegation' ? 'primary' : 'plain'}
          onPress={() => void send(own.kind === 'in' ? 'attendance.checkOut' : 'attendance.checkIn')}
          isPending={isSending}
          isDisabled={!isLive}
        >
          {t(verbs[own.kind])}
        </Button>
      ) : null}
      {mayCheck && !isLive ? <p className="micro">{t('needsConnection')}</p> : null}
    </div>
  )

  function words(now: OwnAttendance): string {
    if (now.kind === 'none' || now.kind === 'delegation') return t(`own.${now.kind}`)
    const number = numbers.of(now.item)
    return number === null ? t(`own.${now.kind}`) : t(`own.${now.kind}Under`, { number })
  }
}

const verbs = { none: 'own.check', delegation: 'own.check', in: 'own.leave', left: 'own.checkAgain' } as const
