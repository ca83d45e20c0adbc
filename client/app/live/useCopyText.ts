import { useCallback } from 'react'
import { plainText } from '../../../shared/record/index.ts'
import { useMeeting } from '../../store/index.ts'

/** Puts all words of the record, as this page has them, on the clipboard: the last resort when nothing can be kept. */
export function useCopyText(): () => void {
  const meeting = useMeeting()
  return useCallback(() => {
    const record = meeting.record.get()
    if (record === null) return
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
    void navigator.clipboard.writeText(lines.filter((line) => line !== '').join('\n\n')).catch(() => undefined)
  }, [meeting])
}
