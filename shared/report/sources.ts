import type { PresentSource, PresentSources, SentenceSource, SourceState } from './types.ts'

/** The name of a source among all sources of a report. */
export function sourceKey({ meetingId, kind, id }: Pick<SentenceSource, 'meetingId' | 'kind' | 'id'>): string {
  return `${meetingId ?? ''}/${kind}/${id ?? ''}`
}

/** What a sentence's source says now; null when it has none, or when it is gone. */
export function presentOf(source: SentenceSource | null, present: PresentSources): PresentSource | null {
  if (source === null) return null
  const key = sourceKey(source)
  return Object.hasOwn(present, key) ? (present[key] ?? null) : null
}

/** Whether a sentence's source still says what it said when the sentence was taken in. */
export function sourceStateOf(source: SentenceSource | null, present: PresentSources): SourceState {
  if (source === null) return 'own'
  const now = presentOf(source, present)
  if (now === null) return 'removed'
  return now.hash === source.hash && now.reportable ? 'same' : 'changed'
}
