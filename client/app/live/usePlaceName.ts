import { useMeeting } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { readPlace } from './readPlace.ts'

/** The place in words: "Notes on item 4", "Text of outcome 4.1"; null when it is gone or not known. */
export function usePlaceName(word: string): string | null {
  const { t } = useWords('live')
  const record = useMeeting().record.get()
  const path = readPlace(word)
  if (path === null || record === null) return null
  if (path.root === 'items') {
    const number = record.items.find((item) => item.id === path.id)?.number
    return number == null ? null : t(path.field === 'notes' ? 'notesOf' : 'itemTitle', { number })
  }
  if (path.root === 'outcomes') {
    const number = record.outcomes.find((outcome) => outcome.id === path.id)?.number
    return number == null ? null : t('outcomeText', { number })
  }
  if (path.root === 'actions') {
    const number = record.actions.find((action) => action.id === path.id)?.number
    return number == null ? null : t('taskText', { number })
  }
  return t('figureText')
}
