import type { Part } from '../../../shared/record/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { partIdOf } from './outline.ts'
import styles from './RecordPaper.module.css'

export interface ThreadLinkProps {
  readonly part: Part
  readonly groupId: string
}

/** From an outcome or an action of a record to what became of it; nothing for other parts. */
export function ThreadLink({ part, groupId }: ThreadLinkProps) {
  const { t } = useWords('record')
  const id = partIdOf(part)
  if (id === null || (part.kind !== 'outcome' && part.kind !== 'action')) return null
  const number = (part.kind === 'action' ? part.number : part.label) ?? ''
  return (
    <p className={styles.thread}>
      <TextLink href={`/g/${groupId}/threads/${part.kind}/${id}`} isQuiet>
        {t(`thread.${part.kind}`, { number })}
      </TextLink>
    </p>
  )
}
