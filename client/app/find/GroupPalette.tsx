import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../sync/index.ts'
import { Finder, type FinderEntry, Icon } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import { type Found, findEntries } from '../live/findEntries.ts'
import { Marked } from '../live/Marked.tsx'
import { useGo } from '../router/useGo.ts'
import { type GroupEntry, useGroupEntries } from './useGroupEntries.ts'
import { useRecordEntries } from './useRecordEntries.tsx'

export interface GroupPaletteProps {
  readonly groupId: string
  readonly onClose: () => void
}

/** More of the meetings than this is found by one more letter. */
const mostMeetings = 8

/** Finds a page, a meeting or a passage of a record by a part of its words, and goes there. */
export function GroupPalette({ groupId, onClose }: GroupPaletteProps) {
  const { t, locale } = useWords('archive')
  const go = useGo()
  const [question, setQuestion] = useState('')
  const places = useGroupEntries(groupId)
  const meetings = useQuery(queries.meetings(groupId)).data ?? []
  const known = meetings.map((meeting): GroupEntry => {
    const date = formatDate(meeting.startsAt, locale, meeting.timeZone)
    const words = [meeting.title, date, meeting.place].filter(Boolean).join(', ')
    const isRecord = !['planned', 'inSession', 'suspended'].includes(meeting.phase)
    const href = isRecord ? `/m/${meeting.meetingId}/record` : `/m/${meeting.meetingId}`
    return { number: null, id: meeting.meetingId, icon: 'calendar', words, href }
  })
  const passages = useRecordEntries(question, groupId)
  const foundPlaces = findEntries(places, question, locale)
  const foundMeetings = question.trim() === '' ? [] : findEntries(known, question, locale).slice(0, mostMeetings)
  const choose = (id: string) => {
    const href = [...places, ...known].find((one) => one.id === id)?.href ?? passages.hrefOf(id)
    onClose()
    if (href !== null) requestAnimationFrame(() => go(href))
  }
  return (
    <Finder
      label={t('find.title')}
      placeholder={t('find.field')}
      question={question}
      onQuestion={setQuestion}
      groups={[
        { name: t('find.places'), entries: foundPlaces.map(line) },
        { name: t('find.meetings'), entries: foundMeetings.map(line) },
        { name: t('find.records'), entries: passages.entries },
      ]}
      onChoose={choose}
      onClose={onClose}
      nothing={passages.isAsking ? t('find.asking') : t('find.nothing')}
      countWords={(count) => t('find.count', { count })}
    />
  )
}

function line({ entry, marks }: Found<GroupEntry>): FinderEntry {
  return { id: entry.id, lead: <Icon name={entry.icon} />, label: <Marked words={entry.words} marks={marks} />, end: null }
}
