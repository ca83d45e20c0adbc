import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { GroupAnswer } from '../../../shared/protocol/index.ts'
import { api } from '../../sync/index.ts'
import { Button, FormError, PageTitle } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { HeadFields } from './HeadFields.tsx'
import { emptyHead, headOf, problemsOf } from './headDraft.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface NewMeetingFormProps {
  readonly group: GroupAnswer
  readonly onCreated: (meetingId: string) => void
}

/** Makes a meeting: its head now, its agenda in the room. */
export function NewMeetingForm({ group, onCreated }: NewMeetingFormProps) {
  const { t, language } = useWords('groups')
  const refresh = useRefresh(group.groupId)
  const [draft, setDraft] = useState(() => emptyHead(Intl.DateTimeFormat().resolvedOptions().timeZone, language))
  const [isChecked, setChecked] = useState(false)
  const problems = problemsOf(draft)
  const create = useMutation({
    mutationFn: async () => {
      const { links, language: recordLanguage, attribution, symbol, ...head } = headOf(draft, null)
      const meeting = await api.createMeeting(group.groupId, head)
      // The rest of the head is a change to the meeting that now exists; it is sent only when it says something.
      const isPlain =
        links.length === 0 &&
        symbol === null &&
        attribution === meeting.head.attribution &&
        recordLanguage === meeting.head.language
      if (!isPlain)
        await api.changeMeeting(meeting.meetingId, {
          seq: meeting.seq,
          links: [...links],
          language: recordLanguage,
          attribution,
          symbol,
        })
      return meeting
    },
    onSuccess: async (meeting) => {
      await refresh()
      onCreated(meeting.meetingId)
    },
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
