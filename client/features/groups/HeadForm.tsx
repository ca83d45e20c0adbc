import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import { ApiRefused, api, queries } from '../../sync/index.ts'
import { Button, FormError, PageTitle, useToast } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import { HeadFields } from './HeadFields.tsx'
import { draftOf, headOf, problemsOf } from './headDraft.ts'
import styles from './Settings.module.css'
import { useRefresh } from './useRefresh.ts'

export interface HeadFormProps {
  readonly meeting: MeetingAnswer
  readonly onSaved: () => void
}

/** Changes a meeting's head; a change made against an older state is refused and shown, never written over somebody's. */
export function HeadForm({ meeting, onSaved }: HeadFormProps) {
  const { t, locale } = useWords('groups')
  const toast = useToast()
  const client = useQueryClient()
  const refresh = useRefresh(meeting.groupId)
  // The form holds what it was opened with; a newer answer arriving in the background does not write over what is being typed.
  const [base, setBase] = useState({ head: meeting.head, seq: meeting.seq })
  const [draft, setDraft] = useState(() => draftOf(meeting.head))
  const [isChecked, setChecked] = useState(false)
  const problems = problemsOf(draft)
  const isPartial = base.head.startsAt !== null && base.head.startsAt.length < 10
  const ask = queries.meeting(meeting.meetingId)
  const save = useMutation({
    mutationFn: () => {
      const head = headOf(draft, base.head)
      return api.changeMeeting(meeting.meetingId, { ...head, links: [...head.links], seq: base.seq })
    },
    onSuccess: async () => {
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: ask.queryKey })])
      toast(t('about.saved'))
      onSaved()
    },
  })
  const loadTheirs = async () => {
    const fresh = await client.fetchQuery({ ...ask, staleTime: 0 })
    setBase({ head: fresh.head, seq: fresh.seq })
    setDraft(draftOf(fresh.head))
    save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!problems.title && !problems.links && problems.hours === null && !save.isPending) save.mutate()
  }
  const isStale = save.error instanceof ApiRefused && save.error.code === 'stale'
  return (
    <>
      <PageTitle sub={meeting.groupName}>{t('meeting.edit')}</PageTitle>
      <form onSubmit={submit} noValidate className={styles.form}>
        <HeadFields
          draft={draft}
          onChange={setDraft}
          problems={isChecked ? problems : null}
          partialDate={isPartial ? formatDate(base.head.startsAt, locale) : null}
        />
        <FormError error={save.error} text={isStale ? t('meeting.stale') : undefined} />
        <div className="row">
          <Button type="submit" variant="primary" size="big" isPending={save.isPending}>
            {t('meeting.save')}
          </Button>
          {isStale ? (
            <Button size="big" onPress={() => void loadTheirs()}>
              {t('meeting.reload')}
            </Button>
          ) : null}
        </div>
      </form>
    </>
  )
}
