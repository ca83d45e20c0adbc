import { Parser } from 'htmlparser2'
import { ok, type Result, refuse } from '../../../shared/base/index.ts'
import type { Reading } from '../Block.ts'
import { readingLimits } from '../limits.ts'
import { DocxBody } from './DocxBody.ts'
import { readNumbering, readRelations, readStyles } from './docxParts.ts'
import { openZip } from './unzip.ts'

/** A Word file as blocks: unpacked within limits, read as a stream, with what its styles and lists say. */
export function readDocx(bytes: Uint8Array): Result<Reading> {
  const unpack = openZip(bytes)
  if (!unpack.ok) return unpack
  const text = (name: string): Result<string> => {
    const part = unpack.value(name)
    if (!part.ok) return part
    return ok(part.value === null ? '' : new TextDecoder().decode(part.value))
  }
  const document = text('word/document.xml')
  if (!document.ok) return document
  if (document.value === '') return refuse('malformed', 'This is a packed file, but no Word document.', 'bringInNoText')
  const styles = text('word/styles.xml')
  const numbering = text('word/numbering.xml')
  const relations = text('word/_rels/document.xml.rels')
  const core = text('docProps/core.xml')
  const body = new DocxBody({
    styles: styles.ok ? readStyles(styles.value) : new Map(),
    numbering: numbering.ok ? readNumbering(numbering.value) : new Map(),
    links: relations.ok ? readRelations(relations.value) : new Map(),
  })
  let depth = 0
  let isTooDeep = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > readingLimits.depth) isTooDeep = true
        else body.open(name, attributes)
      },
      onclosetag(name) {
        if (depth <= readingLimits.depth) body.close(name)
        depth -= 1
      },
      ontext: (words) => body.words(words),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(document.value)
  if (isTooDeep) return refuse('tooLarge', 'The parts of this document lie too deep in each other.', 'bringInDepth')
  const title = core.ok ? /<dc:title>([^<]{1,300})<\/dc:title>/.exec(core.value)?.[1]?.trim() : undefined
  return ok(body.reading(title === undefined || title === '' ? null : title))
}
