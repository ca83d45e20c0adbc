import { useMemo } from 'react'
import type { SentenceId } from '../../../shared/base/index.ts'
import { type ReportPart, type ReportView, type SentenceView, sentencePathOf } from '../../../shared/report/index.ts'
import { useReport, useReportEdit } from '../../store/index.ts'
import { useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk } from '../text/index.ts'

/** What can be done with the sentences of a report, by menu, by key and by drag. */
export interface SentenceActions {
  readonly write: (id: SentenceId) => void
  readonly add: (part: ReportPart, after: SentenceId | 'last') => void
  /** One place up or down in its part; nothing at its ends. */
  readonly shift: (id: SentenceId, by: -1 | 1) => void
  /** Beside another sentence, into whose part it goes. */
  readonly drop: (id: SentenceId, beside: SentenceId, side: 'before' | 'after') => void
  readonly setPart: (id: SentenceId, part: ReportPart) => void
  readonly remove: (id: SentenceId) => void
  readonly restore: (id: SentenceId) => void
  /** Takes in what the source says now. */
  readonly refresh: (id: SentenceId) => void
  /** From now on it rests on no record. */
  readonly makeOwn: (id: SentenceId) => void
}

/** The actions over the open report; each reads it at the moment of the press. */
export function useSentenceActions(): SentenceActions {
  const { t } = useWords('report')
  const report = useReport()
  const edit = useReportEdit()
  const desk = useDesk()
  const toast = useToast()
  return useMemo(() => {
    const find = (id: SentenceId) => sentencesOf(report.report.get()).find((sentence) => sentence.id === id)
    const beside = (part: ReportPart) => sentencesOf(report.report.get()).filter((sentence) => sentence.part === part)
    const write = (id: SentenceId) => desk.write(sentencePathOf(id), 'end')
    const stale = (isDone: boolean) => {
      if (!isDone) toast(t('stale'))
    }
    return {
      write,
      add: (part, after) => {
        const id = report.newId<SentenceId>()
        if (edit({ kind: 'sentence.add', id, part, after, text: '', source: null })) write(id)
      },
      shift: (id, by) => {
        const sentence = find(id)
        if (sentence === undefined) return
        const others = beside(sentence.part)
        const at = others.findIndex((one) => one.id === id)
        const to = at + by
        if (to < 0 || to >= others.length) return
        const after = by === 1 ? others[to]?.id : others[to - 1]?.id
        edit({ kind: 'sentence.move', id, after: after ?? null })
      },
      drop: (id, landing, side) => {
        const target = find(landing)
        const moved = find(id)
        if (target === undefined || moved === undefined) return
        const others = beside(target.part).filter((one) => one.id !== id)
        const at = others.findIndex((one) => one.id === landing)
        const after = side === 'after' ? landing : (others[at - 1]?.id ?? null)
        if (moved.part === target.part) edit({ kind: 'sentence.move', id, after })
        else edit({ kind: 'sentence.setPart', id, part: target.part, after })
      },
      setPart: (id, part) => edit({ kind: 'sentence.setPart', id, part, after: 'last' }),
      remove: (id) => {
        desk.leave(sentencePathOf(id), false)
        if (!edit({ kind: 'sentence.remove', id })) return
        toast(t('removed'), { label: t('undo'), run: () => edit({ kind: 'sentence.restore', id }) })
      },
      restore: (id) => edit({ kind: 'sentence.restore', id }),
      refresh: (id) => {
        const sentence = find(id)
        if (sentence === undefined || sentence.source === null || sentence.present === null) return
        const { words, hash, version } = sentence.present
        const source = { ...sentence.source, hash, version }
        stale(edit({ kind: 'sentence.refresh', id, text: words, source, ifStill: sentence.text }))
      },
      makeOwn: (id) => {
        const sentence = find(id)
        if (sentence === undefined) return
        stale(edit({ kind: 'sentence.refresh', id, text: sentence.text, source: null, ifStill: sentence.text }))
      },
    }
  }, [report, edit, desk, toast, t])
}

function sentencesOf(view: ReportView | null): readonly SentenceView[] {
  return view?.parts.flatMap((part) => part.sentences) ?? []
}
