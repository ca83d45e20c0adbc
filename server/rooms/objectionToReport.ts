import * as Y from 'yjs'
import { isId } from '../../shared/base/index.ts'
import { plainText, readText } from '../../shared/record/index.ts'
import { reportShape } from '../../shared/report/index.ts'

/** What of a whole document has no place in a report: another root, another field, a value that it cannot have; null when nothing. */
export function objectionToReport(doc: Y.Doc): string | null {
  for (const root of doc.share.keys()) {
    if (!reportShape.roots.includes(root)) return `It has a root that no report has: ${shown(root)}`
  }
  return reportShape.roots.map((root) => objectionToRoot(doc, root)).find((why) => why !== null) ?? null
}

function objectionToRoot(doc: Y.Doc, root: string): string | null {
  // A root that is asked for is made if it is not there; the document was read for this look alone.
  const map = doc.getMap<unknown>(root)
  if (map._start !== null) return `There is a list where ${root} have their ids`
  for (const [id, entry] of map.entries()) {
    if (!isId(id)) return `There is an id in ${root} that is none`
    if (!(entry instanceof Y.Map)) return `What ${id} names in ${root} is no entry`
    const why = objectionToEntry(root, entry)
    if (why !== null) return `${why}, in ${id}`
  }
  return null
}

function objectionToEntry(root: string, entry: Y.Map<unknown>): string | null {
  const fields = reportShape.fieldsOf[root] ?? {}
  for (const [name, value] of entry.entries()) {
    // Own names only: a field called `constructor` is none.
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) return `There is a field that no report has: ${shown(name)}`
    const isFit =
      field.kind === 'value'
        ? field.accepts(value)
        : field.kind === 'text' && value instanceof Y.XmlFragment && plainText(readText(value, field.text)).length <= most(field)
    if (!isFit) return `The field ${shown(name)} is not as it may be`
  }
  return null
}

/** Two who write at once may come to more than either was allowed; twice as much is no merging any more. */
function most({ maxLength }: { readonly maxLength: number }): number {
  return 2 * maxLength
}

/** A foreign name, short and without anything that could disturb a log. */
function shown(name: string): string {
  return name.replace(/[^\w.-]/g, '?').slice(0, 40)
}
