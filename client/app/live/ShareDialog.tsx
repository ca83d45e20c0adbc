import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useAbout, useMeeting, useParties } from '../../store/index.ts'
import { ApiRefused, api } from '../../sync/index.ts'
import { Button, ComboBox, CopyField, Dialog, Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ShareDialog.module.css'

export interface ShareDialogProps {
  readonly onClose: () => void
}

const roles = ['participant', 'observer', 'rapporteur'] as const

/** Makes a seat link for this meeting: a role, a delegation, for one person or for all of a delegation. */
export function ShareDialog({ onClose }: ShareDialogProps) {
  const { t } = useWords('room')
  const { t: common } = useWords()
  const { groupId } = useAbout()
  const meeting = useMeeting()
  const parties = useParties()
  const [role, setRole] = useState<(typeof roles)[number]>('participant')
  const [delegationId, setDelegation] = useState<string | null>(null)
  const [claims, setClaims] = useState<'one' | 'many'>('one')
  const seat = useMutation({
    mutationFn: () =>
      api.createSeat(groupId, {
        role,
        ...(delegationId === null ? {} : { delegationId }),
        ...(meeting.record.get() === null ? {} : { meetingId: meeting.record.get()?.meetingId }),
        maxClaims: claims === 'one' ? 1 : null,
      }),
  })
  const refusal = seat.error instanceof ApiRefused ? common(`refusal.${seat.error.code}`) : common('page.unreachable')
  return (
    <Dialog title={t('share.title')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          seat.mutate()
        }}
      >
        <p className="small">{t('share.text')}</p>
        <ComboBox
          label={t('share.delegation')}
          choices={parties.choices}
          value={delegationId}
          onChange={setDelegation}
          placeholder={t('share.anyDelegation')}
        />
        <div className={styles.pair}>
          <Select
            label={t('share.role')}
            choices={roles.map((id) => ({ id, label: t(`share.${id}`) }))}
            value={role}
            onChange={setRole}
          />
          <Select
            label={t('share.claims')}
            choices={(['one', 'many'] as const).map((id) => ({ id, label: t(`share.${id}`) }))}
            value={claims}
            onChange={setClaims}
          />
        </div>
        <Button type="submit" variant="primary" isPending={seat.isPending}>
          {t('share.make')}
        </Button>
        {seat.error === null ? null : <p role="alert">{refusal}</p>}
        {seat.data === undefined ? null : (
          <div className={styles.made}>
            <CopyField label={t('share.link')} value={seat.data.url} />
            <p className="micro">{t('share.once')}</p>
          </div>
        )}
      </form>
    </Dialog>
  )
}
