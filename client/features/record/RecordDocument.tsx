import type { DelegationAnswer, MeetingAnswer } from '../../../shared/protocol/index.ts'
import type { HttpRecord } from '../../sync/index.ts'
import { useWords } from '../../words/index.ts'
import { outlineOf } from './outline.ts'
import { RecordContents } from './RecordContents.tsx'
import styles from './RecordDocument.module.css'
import { RecordFacts } from './RecordFacts.tsx'
import { RecordPaper } from './RecordPaper.tsx'

export interface RecordDocumentProps {
  readonly record: HttpRecord
  readonly meeting: MeetingAnswer
  readonly delegations: readonly DelegationAnswer[]
  readonly coordinators: readonly string[]
}

/** A record to read: contents, the paper itself, and what there is to know about it. */
export function RecordDocument({ record, meeting, delegations, coordinators }: RecordDocumentProps) {
  const { t } = useWords('record')
  const outline = outlineOf(record)
  const isHidden = record.session.closed && meeting.you.role === 'observer'
  return (
    <div className={styles.document}>
      <RecordContents outline={outline} record={record} />
      <RecordPaper
        record={record}
        outline={outline}
        delegations={delegations}
        coordinators={coordinators}
        groupName={meeting.groupName}
        isHidden={isHidden}
      />
      <aside className={styles.facts} aria-label={t('facts')}>
        <RecordFacts record={record} meeting={meeting} isHidden={isHidden} />
      </aside>
    </div>
  )
}
