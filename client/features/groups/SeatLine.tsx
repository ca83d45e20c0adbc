import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DelegationAnswer, MeetingLineAnswer, SeatAnswer } from '../../../shared/protocol/index.ts'
import { api } from '../../sync/index.ts'
import { Button, ConfirmDialog, FormError, Plate, State } from '../../ui/index.ts'
import { formatList, formatMoment, useWords } from '../../words/index.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface SeatLineProps {
  readonly groupId: string
  readonly seat: SeatAnswer
  readonly delegation: DelegationAnswer | null
  readonly meeting: MeetingLineAnswer | null
}

/** One seat link: what it gives, how far it is used, who came in. */
export function SeatLine({ groupId, seat, delegation, meeting }: SeatLineProps) {
  const { t, locale } = useWords('groups')
  const common = useWords()
  const refresh = useRefresh(groupId)
  const [isAsking, setAsking] = useState(false)
  const revoke = useMutation({
    mutationFn: () => api.revokeSeat(groupId, seat.seatId),
    onSettled: async () => {
      setAsking(false)
      await refresh()
    },
  })
  const limit = seat.maxClaims === null ? t('seat.unlimited') : t('seat.for', { count: seat.maxClaims })
  const until = seat.expiresAt === null ? null : t('seat.until', { date: formatMoment(Date.parse(seat.expiresAt), locale) })
  const facts = [limit, t('seat.used', { count: seat.claims }), until].filter((fact) => fact !== null)
  return (
    <li>
      <span className={styles.plate}>{delegation ? <Plate code={delegation.code} name={delegation.name} /> : null}</span>
      <span className={styles.main}>
        <b>{common.t(`role.${seat.role}`)}</b>{' '}
        <span className="muted" dir="auto">
          {meeting ? meeting.title : t('seat.allMeetings')}
        </span>
        <span className={styles.sub}>{formatList(facts, locale)}</span>
        {seat.guests.length > 0 ? (
          <span className={styles.sub}>
            {t('seat.guests', {
              names: formatList(
                seat.guests.map((guest) => [guest.name, guest.function].filter(Boolean).join(', ')),
                locale,
              ),
            })}
          </span>
        ) : null}
      </span>
      <State tone={seat.state === 'open' ? 'ok' : 'plain'}>{t(`seat.state.${seat.state}`)}</State>
      {seat.state === 'revoked' ? null : <Button onPress={() => setAsking(true)}>{t('seat.revoke')}</Button>}
      {revoke.error ? <FormError error={revoke.error} /> : null}
      <ConfirmDialog
        title={t('seat.revokeTitle')}
        text={t('seat.revokeText')}
        verb={t('seat.revokeVerb')}
        isOpen={isAsking}
        isPending={revoke.isPending}
        onConfirm={() => revoke.mutate()}
        onClose={() => setAsking(false)}
      />
    </li>
  )
}
