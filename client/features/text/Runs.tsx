import { Fragment, type ReactNode } from 'react'
import type { TextRun } from '../../../shared/record/index.ts'
import type { Writer } from '../../store/index.ts'
import { keyed } from './keyed.ts'

export interface RunsProps {
  readonly runs: readonly TextRun[]
  readonly writers: readonly Writer[]
}

/** Words with their marks, square brackets in the warning colour, and the others' carets between the letters. */
export function Runs({ runs, writers }: RunsProps) {
  let passed = 0
  const pieces: ReactNode[] = []
  for (const { key, place, value: run } of keyed(runs)) {
    const end = passed + run.text.length
    const here = carets(writers, passed, end, place === runs.length - 1)
    pieces.push(<RunView key={key} run={run} carets={here.map(({ at, writer }) => ({ at: at - passed, writer }))} />)
    passed = end
  }
  if (runs.length === 0) pieces.push(...writers.map((writer) => <Caret key={writer.connection} colour={writer.colour} />))
  return pieces
}

interface PlacedCaret {
  readonly at: number
  readonly writer: Writer
}

function carets(writers: readonly Writer[], from: number, to: number, isLast: boolean): readonly PlacedCaret[] {
  return writers
    .map((writer) => ({ at: writer.place?.offset ?? 0, writer }))
    .filter(({ at }) => at >= from && (at < to || (isLast && at >= to)))
    .map(({ at, writer }) => ({ at: Math.min(at, to), writer }))
    .sort((a, b) => a.at - b.at)
}

interface RunViewProps {
  readonly run: TextRun
  readonly carets: readonly PlacedCaret[]
}

function RunView({ run, carets: placed }: RunViewProps) {
  const pieces: ReactNode[] = []
  let from = 0
  for (const { at, writer } of placed) {
    pieces.push(<Words key={`w${from}`} text={run.text.slice(from, at)} />)
    pieces.push(<Caret key={writer.connection} colour={writer.colour} />)
    from = at
  }
  pieces.push(<Words key={`w${from}-end`} text={run.text.slice(from)} />)
  let words: ReactNode = pieces
  if (run.italic) words = <em>{words}</em>
  if (run.bold) words = <strong>{words}</strong>
  if (run.link === undefined) return words
  return (
    <a href={run.link} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  )
}

interface WordsProps {
  readonly text: string
}

/** Square brackets are text that is not agreed, and are seen as such. */
function Words({ text }: WordsProps) {
  if (!/[[\]\n]/.test(text)) return text
  return text.split(/([[\]\n])/).map((piece, place) => {
    const key = `${place}${piece}`
    if (piece === '\n') return <br key={key} />
    if (piece === '[' || piece === ']')
      return (
        <span key={key} className="bracket">
          {piece}
        </span>
      )
    return <Fragment key={key}>{piece}</Fragment>
  })
}

interface CaretProps {
  readonly colour: number
}

function Caret({ colour }: CaretProps) {
  return <span className="othersCaret" data-c={colour} aria-hidden="true" />
}
