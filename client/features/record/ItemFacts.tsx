import { type Phase, readOrigin } from '../../../shared/record/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { ItemPart } from './outline.ts'
import styles from './RecordPaper.module.css'

export interface ItemFactsProps {
  readonly item: ItemPart
  /** Minutes the chair added. */
  readonly extraMinutes: number
  readonly phase: Phase
}

const minuteMs = 60_000
const over: ReadonlySet<Phase> = new Set<Phase>(['draft', 'circulated', 'adopted'])

/** What became of an item in the room: how many minutes it took of those planned, or that it was put off or not reached. */
export function ItemFacts({ item, extraMinutes, phase }: ItemFactsProps) {
  const { t } = useWords('record')
  const planned = item.minutes === null ? null : item.minutes + extraMinutes
  const used = Math.round(item.usedMs / minuteMs)
  const facts = [
    ...(item.progress === 'putOff' ? [t('putOff')] : []),
    // A record that was brought in tells nothing of the room: what has no time at all was not measured.
    ...(item.progress === 'notBegun' && over.has(phase) && item.minutes !== null ? [t('notReached')] : []),
    ...minutes(),
  ]
  const origin = item.carriedOverFrom === null ? null : readOrigin(item.carriedOverFrom)
  if (facts.length === 0 && origin === null) return null
  return (
    <p className={`${styles.note} num`}>
      {facts.join(' · ')}
      {origin === null ? null : (
        <>
          {facts.length === 0 ? '' : ' · '}
          {origin.meeting === null || origin.item === null ? (
            <span dir="auto">{t('carriedOver', { from: origin.words })}</span>
          ) : (
            <TextLink href={`/m/${origin.meeting}/record#${origin.item}`}>{t('carriedOver', { from: origin.words })}</TextLink>
          )}
        </>
      )}
    </p>
  )

  function minutes(): string[] {
    if (item.progress === 'notBegun' || item.usedMs === 0) {
      return planned === null ? [] : [t('minutesPlanned', { count: planned })]
    }
    if (planned === null) return [t('minutesUsed', { count: used })]
    const rest = used - planned
    return [t('minutesOf', { used, count: planned }), ...(rest > 0 ? [t('minutesOver', { count: rest })] : [])]
  }
}
