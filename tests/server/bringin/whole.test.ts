import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeAccepted } from '../../../server/bringin/composeAccepted.ts'
import { makeId } from '../../../shared/base/index.ts'
import { createRecordDocument, type RichText } from '../../../shared/record/index.ts'
import { previewOf, previewOfText } from '../../support/bringin/seenIn.ts'
import { must } from '../../support/storageSamples.ts'

const newId = <Id extends string>() => makeId<Id>(randomBytes(16))
const folder = join(process.cwd(), 'tests/support/bringin')
const every = ['samples', 'texts'].flatMap((place) =>
  readdirSync(join(folder, place))
    .filter((name) => name !== 'licences' && name !== 'PROVENANCE.md')
    .map((name) => `${place}/${name}`),
)

function wordsIn(notes: RichText): string {
  return notes
    .map((block) =>
      'items' in block ? block.items.map(wordsIn).join(' ') : block.runs.map((run) => `${run.text} ${run.link ?? ''}`).join(''),
    )
    .join(' ')
}

const tokens = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []

test.each(every)('[BRI28] no word of a text is missing when it becomes the record as a whole: %s', (path) => {
  const { kept } = previewOf(path)
  const { edits } = must(composeAccepted(kept, { whole: true }, [], newId))
  const held = new Set(
    edits.flatMap((edit) => (edit.kind === 'item.add' ? tokens(`${edit.title} ${wordsIn(edit.notes ?? [])}`) : [])),
  )
  expect(kept.sources.flatMap(({ lines }) => lines.flatMap(tokens)).filter((word) => !held.has(word))).toEqual([])
  must(createRecordDocument(edits, 1))
})

test('[BRI28] a text longer than one item may be goes on in a further one, to its last word', () => {
  const text = Array.from({ length: 4_000 }, (_, line) => `line ${line} of words that go on and on for a while`).join('\n\n')
  const { edits } = must(composeAccepted(previewOfText('a.md', text).kept, { whole: true, title: 'Long' }, [], newId))
  expect(edits.map((edit) => edit.kind === 'item.add' && edit.title)).toEqual(['Long', 'Long (2)', 'Long (3)'])
  expect(JSON.stringify(edits.at(-1))).toContain('line 3999 of words')
  must(createRecordDocument(edits, 1))
})
