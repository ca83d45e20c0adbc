import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { api, type StartBody } from '../../sync/index.ts'
import { Button, FormError, PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { HeadFields } from './HeadFields.tsx'
import { emptyHead, type HeadDraft, headOf, problemsOf } from './headDraft.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

/** What the group does every time, as far as its last meeting tells. */
export type UsualHead = Partial<Pick<HeadDraft, 'timeZone' | 'place' | 'formalMeeting' | 'language' | 'attribution'>>

export interface NewMeetingFormProps {
  readonly group: GroupAnswer
  readonly usual: UsualHead
  /** From what the agenda starts: the fields for it, and what they say. */
  readonly start: ReactNode
  readonly startBody: StartBody
  readonly onCreated: (meetingId: string) => void
}

/** Makes a meeting: its head, and from what its agenda starts. */
export function NewMeetingForm({ group, usual, start, startBody, onCreated }: NewMeetingFormProps) {
  const { t, language } = useWords('groups')
  const refresh = useRefresh(group.groupId)
  const [draft, setDraft] = useState(() => ({
    ...emptyHead(Intl.DateTimeFormat().resolvedOptions().timeZone, language),
    ...usual,
  }))
  const [isChecked, setChecked] = useState(false)
  const problems = problemsOf(draft)
  const create = useMutation({
    mutationFn: async () => {
      const { links, symbol, ...head } = headOf(draft, null)
      const meeting = await api.createMeeting(group.groupId, { ...head, ...startBody })
      // The rest of the head is a change to the meeting that now exists; it is sent only when it says something.
      if (links.length > 0 || symbol !== null) {
        await api.changeMeeting(meeting.meetingId, { seq: meeting.seq, links: [...links], symbol })
      }
      return meeting
    },
    onSuccess: async (meeting) => {
      await refresh()
      onCreated(meeting.meetingId)
    },
    // Something that was chosen may not be open any more: what is open is asked for again.
    onError: () => refresh(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!problems.title && !problems.links && problems.hours === null && !create.isPending) create.mutate()
  }
  return (
    <>
      <PageTitle sub={group.name}>{t('meeting.new')}</PageTitle>
      <form onSubmit={submit} noValidate className={styles.form}>
        <HeadFields draft={draft} onChange={setDraft} problems={isChecked ? problems : null} partialDate={null} />
        {start}
        <FormError error={create.error} />
        <div>
          <Button type="submit" variant="primary" size="big" isPending={create.isPending}>
            {t('meeting.create')}
          </Button>
        </div>
      </form>
    </>
  )
}
