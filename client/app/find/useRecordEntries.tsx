import { useEffect, useState } from 'react'
import { nothingAsked, Snippet, useFound } from '../../features/archive/index.ts'
import type { FinderEntry } from '../../ui/index.ts'
import { formatDate, useWords } from '../../words/index.ts'

/** Passages of records for a palette, as they are found while typing. */
export interface RecordEntries {
  readonly entries: readonly FinderEntry[]
  /** The answer to the present question is on its way. */
  readonly isAsking: boolean
  /** The address of an entry; null for what is none of these. */
  readonly hrefOf: (id: string) => string | null
}

const pauseMs = 150
const mostPassages = 6
const allId = 'records:all'

/** Asks the server for passages that have the words of a question; the last line leads to all of them. */
export function useRecordEntries(question: string, groupId: string): RecordEntries {
  const { t, locale } = useWords('archive')
  const q = useSettled(question.trim())
  const isEnabled = q.length > 1 && groupId !== ''
  const found = useFound({ ...nothingAsked, q }, groupId, isEnabled)
  if (!isEnabled) return { entries: [], isAsking: false, hrefOf: () => null }
  const passages = found.hits.flatMap((hit) => hit.passages.map((passage) => ({ hit, passage }))).slice(0, mostPassages)
  const lines = passages.map(({ hit, passage }, place): FinderEntry => {
    const when = formatDate(hit.meetingDate, locale) ?? hit.meetingTitle
    return {
      id: `passage:${place}`,
      lead: <span className="num muted">{passage.paragraph ?? passage.number}</span>,
      label: (
        <span dir="auto">
          {passage.part === 'outcome' && passage.kind ? <i>{passage.kind} </i> : null}
          <Snippet runs={passage.snippet} />
        </span>
      ),
      end: <span className="micro">{when}</span>,
    }
  })
  const all: FinderEntry = { id: allId, lead: null, label: t('find.all', { words: q }), end: null }
  return {
    entries: lines.length === 0 ? [] : [...lines, all],
    isAsking: found.isOld || (found.first === undefined && found.error === null),
    hrefOf: (id) => {
      if (id === allId) return `/g/${groupId}/records?${new URLSearchParams({ q })}`
      const place = /^passage:(\d+)$/.exec(id)?.[1]
      return place === undefined ? null : (passages[Number(place)]?.passage.address ?? null)
    },
  }
}

/** The words once a moment has passed without a further letter. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), pauseMs)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}
