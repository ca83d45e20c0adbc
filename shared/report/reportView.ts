import { reportLength } from './reportLength.ts'
import { presentOf, sourceStateOf } from './sources.ts'
import {
  type ReportHead,
  type ReportSentence,
  type ReportView,
  reportParts,
  type SentenceView,
  type SourcesNow,
} from './types.ts'

/** Puts a report together: its sentences in their parts, outcomes numbered, each with what its source says now. */
export function reportView(head: ReportHead, sentences: readonly ReportSentence[], now: SourcesNow): ReportView {
  const views = numbered(sentences, now)
  const standing = views.filter((sentence) => !sentence.removed)
  return {
    ...head,
    ...reportLength(sentences, head.language),
    parts: reportParts.map((part) => ({ part, sentences: standing.filter((sentence) => sentence.part === part) })),
    removed: views.filter((sentence) => sentence.removed),
    meetings: now.meetings,
    leftOut: now.leftOut,
  }
}

function numbered(sentences: readonly ReportSentence[], { present }: SourcesNow): readonly SentenceView[] {
  let count = 0
  return sentences.map((sentence) => {
    const isCounted = sentence.part === 'outcomes' && !sentence.removed
    if (isCounted) count += 1
    const { source } = sentence
    return {
      ...sentence,
      number: isCounted ? String(count) : null,
      sourceState: sourceStateOf(source, present),
      present: presentOf(source, present),
    }
  })
}
