import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BringInAnswer, BringInFind, GroupAnswer } from '../../../shared/protocol/index.ts'
import { type AcceptBody, bringInApi } from '../../sync/index.ts'
import { useWords } from '../../words/index.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { Contradictions } from './Contradictions.tsx'
import { acceptBody, change, type Decisions, decidable, decide, shownValue, takeMarked, wholeBody } from './decisions.ts'
import { goToFind } from './goTo.ts'
import styles from './Review.module.css'
import { ReviewBar } from './ReviewBar.tsx'
import { ReviewFoot } from './ReviewFoot.tsx'
import { SourceView } from './SourceView.tsx'
import { useReviewKeys } from './useReviewKeys.ts'

export interface ReviewProps {
  readonly group: GroupAnswer
  readonly preview: BringInAnswer
  readonly areKeysOn: boolean
  readonly isReading: boolean
  readonly readError: Error | null
  readonly onPair: (file: File) => void
  readonly onOther: () => void
  readonly onHelp: () => void
  readonly onMade: (meetingId: string) => void
}

/** The source on one side, what was found beside its lines on the other; each find is taken, changed or refused. */
export function Review({ group, preview, areKeysOn, isReading, readError, onPair, onOther, onHelp, onMade }: ReviewProps) {
  const { t } = useWords('bringin')
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [selected, setSelected] = useState<string | null>(null)
  const [changing, setChanging] = useState<BringInFind | null>(null)
  const finds = decidable(preview.finds)
  const make = useMutation({
    mutationFn: (body: AcceptBody) => bringInApi.accept(group.groupId, preview.bringInId, body),
    onSuccess: ({ meetingId }) => onMade(meetingId),
  })
  const current = finds.find(({ id }) => id === selected) ?? null
  const select = (id: string) => {
    setSelected(id)
    goToFind(id)
  }
  const step = (by: 1 | -1) => {
    const place = finds.findIndex(({ id }) => id === selected)
    const next = finds[place < 0 ? (by > 0 ? 0 : finds.length - 1) : Math.min(finds.length - 1, Math.max(0, place + by))]
    if (next !== undefined) select(next.id)
  }
  const settle = (state: 'taken' | 'refused', isByKey: boolean) => (id: string) => {
    const isUndone = decisions.get(id)?.state === state
    setDecisions(decide(decisions, id, state))
    if (isByKey && !isUndone) step(1)
  }
  const markAll = () => setDecisions(takeMarked(decisions, finds))
  const whole = () => make.mutate(wholeBody(decisions, finds))
  const finish = () => make.mutate(acceptBody(decisions))
  useReviewKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      take: () => current && settle('taken', true)(current.id),
      refuse: () => current && settle('refused', true)(current.id),
      change: () => setChanging(current),
      takeMarked: markAll,
      whole,
      finish,
      help: onHelp,
    },
    areKeysOn && changing === null && !make.isPending,
  )
  return (
    <div className={styles.review}>
      <ReviewBar
        preview={preview}
        finds={finds}
        decisions={decisions}
        isReading={isReading}
        readError={readError}
        onPair={onPair}
        onOther={onOther}
        onMarked={markAll}
        onHelp={onHelp}
      />
      <Contradictions preview={preview} />
      {preview.sources.map((source) => (
        <SourceView
          key={source.part}
          source={source}
          finds={finds}
          decisions={decisions}
          selected={selected}
          onSelect={setSelected}
          onTake={settle('taken', false)}
          onRefuse={settle('refused', false)}
          onChange={setChanging}
          onPick={(find, date) => setDecisions(change(decisions, find.id, { date }))}
        />
      ))}
      <ReviewFoot
        finds={finds}
        decisions={decisions}
        isPending={make.isPending}
        error={make.error}
        onFinish={finish}
        onWhole={whole}
      />
      {changing === null ? null : (
        <ChangeDialog
          find={changing}
          value={shownValue(changing, decisions)}
          items={finds.filter((find) => find.kind === 'item')}
          verbs={group.outcomeKinds}
          title={t(`kind.${changing.kind}`)}
          onClose={() => {
            setChanging(null)
            goToFind(changing.id)
          }}
          onSave={(value) => {
            setDecisions(change(decisions, changing.id, value))
            setChanging(null)
            goToFind(changing.id)
          }}
        />
      )}
    </div>
  )
}
