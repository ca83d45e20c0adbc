import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { Reading } from './Block.ts'
import { readDocx } from './docx/readDocx.ts'
import { decodeText } from './formats/decodeText.ts'
import { containerOf, type Format, textFormatOf } from './formats/formatOf.ts'
import { joinWrapped } from './formats/joinWrapped.ts'
import { readAsciiDoc } from './formats/readAsciiDoc.ts'
import { readHtml } from './formats/readHtml.ts'
import { readMarkdown } from './formats/readMarkdown.ts'
import { readPlainText } from './formats/readPlainText.ts'
import { readingLimits } from './limits.ts'

/** A file as it was read. */
export interface ReadSource {
  readonly format: Format
  readonly encoding: string
  readonly reading: Reading
}

/** Reads a file of any of the kinds, within the limits. */
export function readSource(bytes: Uint8Array, name: string): Result<ReadSource> {
  const container = containerOf(bytes)
  if (!container.ok) return container
  if (container.value === 'docx') {
    const reading = readDocx(bytes)
    if (!reading.ok) return reading
    const checked = withinLimits(reading.value.lines)
    return checked.ok ? ok({ format: 'docx', encoding: 'utf-8', reading: reading.value }) : checked
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding, problems } = decoded.value
  if (text.length > readingLimits.characters) return tooLong()
  if (!/\p{L}/u.test(text)) return refuse('malformed', 'This file holds no text that can be read.', 'bringInNoText')
  const raw = text.split('\n')
  const lineCheck = withinLimits(raw)
  if (!lineCheck.ok) return lineCheck
  const isCut = raw.some((line) => line.length > readingLimits.lineLength)
  const format = textFormatOf(text, name)
  const shown = isCut && format !== 'html' ? cutLines(raw).join('\n') : text
  const readable = whole(() => readText(shown, format))
  if (!readable.ok) return readable
  const read = readable.value
  const named = /\.docx$/i.test(name) ? [{ problem: 'notTheClaimedKind' as const, words: format }] : []
  const cut = isCut && format !== 'html' ? [{ problem: 'cutLines' as const, words: String(readingLimits.lineLength) }] : []
  const after = withinLimits(read.lines)
  if (!after.ok) return after
  return ok({ format, encoding, reading: { ...read, problems: [...problems, ...named, ...cut, ...read.problems] } })
}

/** Too deep for the reader, or for the stack, is a property of the text and no fault of ours. */
function whole<T>(read: () => T): Result<T> {
  try {
    return ok(read())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse('tooLarge', 'The parts of this text lie too deep in each other.', 'bringInDepth')
  }
}

function readText(text: string, format: Exclude<Format, 'docx'>): Reading {
  switch (format) {
    case 'html':
      return readHtml(text)
    case 'asciidoc':
      return joined(readAsciiDoc(text))
    case 'markdown':
      return joined(readMarkdown(text))
    case 'text':
      return joined(readPlainText(text))
  }
}

function joined(reading: Reading): Reading {
  return { ...reading, blocks: joinWrapped(reading.blocks) }
}

/** A line that no page would hold is cut into several: nothing of it is lost. */
function cutLines(lines: readonly string[]): readonly string[] {
  const { lineLength } = readingLimits
  return lines.flatMap((line) => {
    if (line.length <= lineLength) return [line]
    return Array.from({ length: Math.ceil(line.length / lineLength) }, (_, index) =>
      line.slice(index * lineLength, (index + 1) * lineLength),
    )
  })
}

function withinLimits(lines: readonly string[]): Result<null> {
  return lines.length > readingLimits.lines ? tooLong() : ok(null)
}

function tooLong() {
  return refuse('tooLarge', 'This text is longer than is read here: 60 000 lines or 3 million letters at most.', 'bringInTooLong')
}
