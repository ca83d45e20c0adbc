import { useMemo } from 'react'
import { CommentDialog, isCommentable, useVersion } from '../../features/review/index.ts'
import { useSession } from '../../store/index.ts'
import { useWords } from '../../words/index.ts'
import { type AsideEntry, wordsOf } from './asideEntries.ts'
import { correctionOf } from './correctionOf.ts'

export interface AsideCorrectionProps {
  readonly entry: AsideEntry
  readonly onClose: () => void
  readonly onSent: () => void
}

/** Late words as a correction of the text that is out: their author sees the paragraph, the difference, and sends it or not. */
export function AsideCorrection({ entry, onClose, onSent }: AsideCorrectionProps) {
  const { t } = useWords('room')
  const last = useSession((session) => session.versions.at(-1)?.number ?? null)
  const sealed = useVersion(last).data?.sealed
  const parts = useMemo(
    () => (sealed?.parts ?? []).flatMap((one) => ('part' in one ? [one.part] : [])).filter(isCommentable),
    [sealed],
  )
  const text = entry.texts[0]
  if (sealed === undefined || text === undefined) return null
  const found = correctionOf(text, parts)
  const start = found === null ? { part: null, what: 'comment' as const } : { what: 'correction' as const, ...found }
  return (
    <CommentDialog
      parts={parts}
      start={{ ...start, text: found === null ? wordsOf(entry) : t('aside.late') }}
      onClose={onClose}
      onSent={onSent}
    />
  )
}
