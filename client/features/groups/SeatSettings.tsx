import { useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { Button, EmptyState, Icon, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CreateSeatDialog } from './CreateSeatDialog.tsx'
import { SeatLine } from './SeatLine.tsx'
import styles from './Settings.module.css'
import { useDelegations, useMeetings, useSeats } from './useGroup.ts'

export interface SeatSettingsProps {
  readonly group: GroupAnswer
}

/** The seat links of a group: made, copied once, revoked, and who came in by them. */
export function SeatSettings({ group }: SeatSettingsProps) {
  const { t } = useWords('groups')
  const seats = useSeats(group.groupId)
  const delegations = useDelegations(group.groupId)
  const meetings = useMeetings(group.groupId)
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>{t('seat.text')}</p>
        <Button variant="primary" onPress={() => setCreating(true)}>
          <Icon name="link" />
          {t('seat.create')}
        </Button>
      </div>
      <Loaded asked={seats} shape={['long', 'long']}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('seat.empty')} />
          ) : (
            <ul className={styles.list}>
              {list.map((seat) => (
                <SeatLine
                  key={seat.seatId}
                  groupId={group.groupId}
                  seat={seat}
                  delegation={delegations.data?.find((one) => one.delegationId === seat.delegationId) ?? null}
                  meeting={meetings.data?.find((one) => one.meetingId === seat.meetingId) ?? null}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isCreating ? <CreateSeatDialog groupId={group.groupId} meetingId={null} onClose={() => setCreating(false)} /> : null}
    </>
  )
}
