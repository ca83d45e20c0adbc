import { useMemo } from 'react'
import { type MeetingRecord, plainText } from '../../../shared/record/index.ts'
import { useMeeting } from '../../store/index.ts'
import { type OwnText, ownText } from './ownText.ts'

/** Takes all words of the record along, as this page has them. */
export function useOwnText(): OwnText {
  const meeting = useMeeting()
  return useMemo(() => ownText(() => wordsOf(meeting.record.get())), [meeting])
}

function wordsOf(record: MeetingRecord | null): string {
  if (record === null) return ''
  const lines = record.items.flatMap((item) => [
    `${item.number ?? ''} ${plainText(item.title)}`.trim(),
    plainText(item.notes),
    ...record.outcomes
      .filter((outcome) => outcome.item === item.id && !outcome.removed)
      .map((outcome) => `${outcome.number ?? ''} ${outcome.kind} ${plainText(outcome.text)}`.trim()),
    ...record.actions
      .filter((action) => action.item === item.id && !action.removed)
      .map((action) => `${action.number ?? ''} ${plainText(action.task)}`.trim()),
  ])
  return lines.filter((line) => line !== '').join('\n\n')
}
