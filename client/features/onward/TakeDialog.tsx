import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CommandId, MeetingId } from '../../../shared/base/index.ts'
import { queries } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError, Loaded, Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { dayWords } from './dayWords.ts'
import { useLedger } from './useLedger.ts'

export interface TakeDialogProps {
  readonly groupId: string
  readonly proposal: CommandId
  readonly title: string
  readonly onClose: () => void
}

/** Says on which agenda a proposal stands by now: the item was written there by hand. */
export function TakeDialog({ groupId, proposal, title, onClose }: TakeDialogProps) {
  const { t, locale } = useWords('onward')
  const common = useWords()
  const ledger = useLedger(groupId)
  const asked = useQuery(queries.meetings(groupId))
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Dialog title={t('takeTitle', { title })} isOpen onClose={onClose}>
      <Loaded asked={asked} shape={['middle']}>
        {(meetings) => {
          const open = meetings.filter((one) => one.phase === 'planned' || one.phase === 'inSession' || one.phase === 'suspended')
          if (open.length === 0) return <p>{t('takeNone')}</p>
          const meeting = chosen ?? open[0]?.meetingId ?? ''
          const choices = open.map((one) => ({
            id: one.meetingId,
            label: one.title,
            hint: dayWords(one.startsAt, locale) ?? t('dateUnknown'),
          }))
          const take = async () => {
            // The server's own id, handed back to it.
            if (await ledger.send({ kind: 'backlog.take', proposal, meeting: meeting as MeetingId })) onClose()
          }
          return (
            <div className={styles.form}>
              <Select label={t('takeMeeting')} choices={choices} value={meeting} onChange={setChosen} />
              <FormError error={ledger.error} />
              <DialogButtons>
                <Button variant="primary" onPress={() => void take()} isPending={ledger.isPending}>
                  {t('takeMark')}
                </Button>
                <Button onPress={onClose}>{common.t('cancel')}</Button>
              </DialogButtons>
            </div>
          )
        }}
      </Loaded>
    </Dialog>
  )
}
