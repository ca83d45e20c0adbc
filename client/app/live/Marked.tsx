import type { Findable, Found } from './findEntries.ts'

export interface MarkedProps {
  readonly words: string
  readonly marks: Found<Findable>['marks']
}

/** Words with the letters that were asked for in bold. */
export function Marked({ words, marks }: MarkedProps) {
  const starts = [0, ...marks.map(([, to]) => to)]
  return (
    <span dir="auto">
      {starts.map((start, place) => {
        const [from, to] = marks[place] ?? [words.length, words.length]
        return (
          <span key={start}>
            {words.slice(start, from)}
            {to > from ? <b>{words.slice(from, to)}</b> : null}
          </span>
        )
      })}
    </span>
  )
}
