import { memo, type ReactNode } from 'react'
import type { Block, RichText, TextRun } from '../../../shared/record/index.ts'
import type { Writer } from '../../store/index.ts'
import { keyed } from './keyed.ts'
import { Runs } from './Runs.tsx'

export interface TextViewProps {
  readonly text: RichText
  readonly kind: 'line' | 'notes'
  readonly writers?: readonly Writer[] | undefined
  /** What stands behind a line that was turned into an outcome or action. */
  readonly becameWord?: ((part: 'outcome' | 'action') => string) | undefined
}

/** A text as it is read: plain elements, no editor. */
export const TextView = memo(function TextView({ text, kind, writers = [], becameWord }: TextViewProps) {
  if (kind === 'line') return <LineView text={text} writers={writers} />
  return keyed(text).map(({ key, place, value: block }) => (
    <BlockView
      key={key}
      block={block}
      writers={writers.filter((writer) => writer.place?.block === place)}
      becameWord={becameWord}
    />
  ))
})

interface LineViewProps {
  readonly text: RichText
  readonly writers: readonly Writer[]
}

function LineView({ text, writers }: LineViewProps) {
  return keyed(text).map(({ key, place, value: block }) =>
    'runs' in block ? (
      <span key={key} className="linePart" dir="auto">
        {place > 0 ? ' ' : null}
        <Plates writers={writers.filter((writer) => writer.place?.block === place)} />
        <Runs runs={block.runs} writers={writers.filter((writer) => writer.place?.block === place)} />
      </span>
    ) : null,
  )
}

interface BlockViewProps {
  readonly block: Block
  readonly writers: readonly Writer[]
  readonly becameWord: TextViewProps['becameWord']
}

function BlockView({ block, writers, becameWord }: BlockViewProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto" data-became={block.became?.part}>
          <Plates writers={writers} />
          <Runs runs={block.runs} writers={writers} />
          {block.became && becameWord ? <span className="becameWord">{becameWord(block.became.part)}</span> : null}
          {isEmpty(block.runs) ? <br /> : null}
        </p>
      )
    case 'heading': {
      // The item's title is the second level, the parts of its sheet the third.
      const Heading = block.level === 2 ? 'h4' : 'h5'
      return (
        <Heading dir="auto">
          <Plates writers={writers} />
          <Runs runs={block.runs} writers={writers} />
        </Heading>
      )
    }
    default:
      return <ListView block={block} writers={writers} becameWord={becameWord} />
  }
}

interface ListViewProps {
  readonly block: Extract<Block, { readonly items: unknown }>
  readonly writers: readonly Writer[]
  readonly becameWord: TextViewProps['becameWord']
}

function ListView({ block, writers, becameWord }: ListViewProps): ReactNode {
  const List = block.kind === 'bulletList' ? 'ul' : 'ol'
  return (
    <List>
      {keyed(block.items).map(({ key, place, value: blocks }) => (
        <li key={key}>
          {place === 0 ? <Plates writers={writers} /> : null}
          {keyed(blocks).map(({ key: at, value: inner }) => (
            <BlockView key={at} block={inner} writers={[]} becameWord={becameWord} />
          ))}
        </li>
      ))}
    </List>
  )
}

interface PlatesProps {
  readonly writers: readonly Writer[]
}

function Plates({ writers }: PlatesProps) {
  const [first] = writers
  if (first === undefined) return null
  return (
    <span className="othersPlate" data-c={first.colour} aria-hidden="true">
      <bdi>{first.code}</bdi>
    </span>
  )
}

function isEmpty(runs: readonly TextRun[]): boolean {
  return runs.every((run) => run.text === '')
}
