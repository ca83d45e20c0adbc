import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SeatAnswer } from '../../../shared/protocol/index.ts'
import { api } from '../../sync/index.ts'
import { Button, CopyField, Dialog, DialogButtons, FormError, Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { DelegationSelect } from './DelegationSelect.tsx'
import styles from './Settings.module.css'
import { useMeetings } from './useGroup.ts'
import { useRefresh } from './useRefresh.ts'

export interface CreateSeatDialogProps {
  readonly groupId: string
  /** The meeting it is for from the start (when opened from a meeting), or null. */
  readonly meetingId: string | null
  readonly onClose: () => void
}

type SeatRole = Exclude<SeatAnswer['role'], 'coordinator'>
const seatRoles: readonly SeatRole[] = ['participant', 'rapporteur', 'observer']
const lifetimes = { never: null, day: 1, week: 7, month: 30 } as const
type Lifetime = keyof typeof lifetimes
const everyMeeting = 'all'
const dayMs = 24 * 60 * 60 * 1000

/** Makes a seat link and shows it, this once. */
export function CreateSeatDialog({ groupId, meetingId, onClose }: CreateSeatDialogProps) {
  const { t } = useWords('groups')
  const common = useWords()
  const refresh = useRefresh(groupId)
  const meetings = useMeetings(groupId)
  const [role, setRole] = useState<SeatRole>('participant')
  const [delegationId, setDelegationId] = useState<string | null>(null)
  const [meeting, setMeeting] = useState<string>(meetingId ?? everyMeeting)
  const [claims, setClaims] = useState<'one' | 'many'>('one')
  const [lifetime, setLifetime] = useState<Lifetime>('never')
  const create = useMutation({
    mutationFn: () => {
      const days = lifetimes[lifetime]
      return api.createSeat(groupId, {
        role,
        maxClaims: claims === 'one' ? 1 : null,
        ...(delegationId === null ? {} : { delegationId }),
        ...(meeting === everyMeeting ? {} : { meetingId: meeting }),
        ...(days === null ? {} : { expiresAt: new Date(Date.now() + days * dayMs).toISOString() }),
      })
    },
    onSuccess: refresh,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!create.isPending) create.mutate()
  }
  if (create.data) {
    return (
      <Dialog title={t('seat.linkTitle')} isOpen onClose={onClose} isAlert>
        <div className={styles.form}>
          <p>{t('seat.linkText')}</p>
          <CopyField label={t('seat.link')} value={create.data.url} />
        </div>
        <DialogButtons>
          <Button onPress={onClose}>{common.t('close')}</Button>
        </DialogButtons>
      </Dialog>
    )
  }
  return (
    <Dialog title={t('seat.create')} isOpen onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <div className={styles.pair}>
          <Select
            label={t('seat.role')}
            value={role}
            onChange={setRole}
            choices={seatRoles.map((id) => ({ id, label: common.t(`role.${id}`) }))}
          />
          <DelegationSelect groupId={groupId} value={delegationId} onChange={setDelegationId} />
        </div>
        <Select<string>
          label={t('seat.meeting')}
          value={meeting}
          onChange={setMeeting}
          choices={[
            { id: everyMeeting, label: t('seat.allMeetings') },
            ...(meetings.data ?? []).map((one) => ({ id: one.meetingId, label: one.title })),
          ]}
        />
        <div className={styles.pair}>
          <Select
            label={t('seat.claims')}
            value={claims}
            onChange={setClaims}
            choices={[
              { id: 'one', label: t('seat.claimsOne') },
              { id: 'many', label: t('seat.claimsMany') },
            ]}
          />
          <Select
            label={t('seat.expires')}
            value={lifetime}
            onChange={setLifetime}
            choices={[
              { id: 'never', label: t('seat.expiresNever') },
              { id: 'day', label: t('seat.expiresDay') },
              { id: 'week', label: t('seat.expiresWeek') },
              { id: 'month', label: t('seat.expiresMonth') },
            ]}
          />
        </div>
        <FormError error={create.error} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={create.isPending}>
            {t('seat.create')}
          </Button>
          <Button onPress={onClose}>{common.t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
