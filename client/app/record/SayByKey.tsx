import { useState } from 'react'
import type { Part } from '../../../shared/record/index.ts'
import { CommentDialog } from '../../features/review/index.ts'
import { useMay } from '../../store/index.ts'
import { RecordKeys } from './RecordKeys.tsx'
import { useSayKey } from './useSayKey.ts'

export interface SayByKeyProps {
  /** What one can say something on; empty while the text on the page is not the one that is out. */
  readonly parts: readonly (Part & { readonly number: string })[]
}

/** Comments and corrections without the mouse: `C` on a paragraph. */
export function SayByKey({ parts }: SayByKeyProps) {
  const mayMake = useMay('comment.make')
  const [asks, setAsks] = useState<{ readonly part: string | null } | 'keys' | null>(null)
  const close = () => setAsks(null)
  useSayKey({
    parts: mayMake && parts.length > 0 ? parts : null,
    onSay: (part) => setAsks({ part }),
    onKeys: () => setAsks('keys'),
  })
  if (asks === 'keys') return <RecordKeys onClose={close} />
  return asks === null ? null : <CommentDialog parts={parts} start={{ part: asks.part, what: 'correction' }} onClose={close} />
}
