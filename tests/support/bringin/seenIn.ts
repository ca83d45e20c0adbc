import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Preview, readPreview } from '../../../server/bringin/readPreview.ts'
import type { BringInFind, FindOf } from '../../../shared/protocol/index.ts'
import { must } from '../storageSamples.ts'

const here = join(process.cwd(), 'tests/support/bringin')

/** Reads a sample, or one of our own texts; a second name is its agenda. */
export function previewOf(minutes: string, agenda?: string): Preview {
  const file = (path: string, part: 'minutes' | 'agenda') => ({
    part,
    name: basename(path),
    bytes: new Uint8Array(readFileSync(join(here, path))),
  })
  return must(readPreview([file(minutes, 'minutes'), ...(agenda === undefined ? [] : [file(agenda, 'agenda')])]))
}

/** Reads words as a file of this name. */
export function previewOfText(name: string, text: string): Preview {
  return must(readPreview([{ part: 'minutes', name, bytes: new TextEncoder().encode(text) }]))
}

/** The finds, one a line: where, what, how sure, and what it says. */
export function seenIn({ finds }: Preview): readonly string[] {
  const titles = new Map(finds.flatMap((find) => (find.kind === 'item' ? [[find.id, find.value.title] as const] : [])))
  return finds.map(
    (find) =>
      `${find.part === 'agenda' ? 'agenda ' : ''}${find.sourceFrom} ${find.kind}${find.certainty === 'candidate' ? '?' : ''}: ${words(find, titles)}`,
  )
}

function words(find: BringInFind, titles: ReadonlyMap<string, string>): string {
  const under = (item: string | null) => (item === null ? '' : ` <${titles.get(item)}>`)
  switch (find.kind) {
    case 'contradiction':
      return `${find.reason} ${find.reasonWords.join(' / ')}`
    case 'title':
    case 'place':
      return find.value.text
    case 'date':
      return `${find.value.date ?? 'unclear'}${find.value.date === null ? ` ${find.choices.join(' or ')}` : ''}`
    case 'time':
      return [find.value.start, find.value.end, find.value.zone ?? find.value.zoneWords].map((one) => one ?? '-').join(' ')
    case 'language':
      return find.value.tag
    case 'person':
      return [find.value.name, find.value.organisation, find.value.role, find.value.state].filter(Boolean).join(' | ')
    case 'count':
      return find.value.words
    case 'item':
      return `${find.value.number ?? '-'} ${find.value.title}${find.value.lead === null ? '' : ` | ${find.value.lead}`}${find.value.minutes === null ? '' : ` | ${find.value.minutes} min`}${under(find.value.parent)}`
    case 'decision':
      return `[${find.value.verb} ${find.value.standing ?? '-'}${find.value.actor === null ? '' : ` ${find.value.actor}`}] ${find.value.text}${under(find.value.item)}`
    case 'action':
      return `[${[find.value.lead ?? '-', ...find.value.partners].join(', ')}; ${dueWords(find)}; ${find.value.status}] ${find.value.task}${under(find.value.item)}`
    case 'putOff':
      return under(find.value.item)
    case 'nextMeeting':
      return `${find.value.words} (${find.value.date ?? '-'} ${find.value.time ?? '-'})`
  }
}

function dueWords({ value: { due } }: FindOf<'action'>): string {
  return due === null ? '-' : 'date' in due ? due.date : `"${due.event}"`
}
