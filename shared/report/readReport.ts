import * as Y from 'yjs'
import { isId, type SentenceId } from '../base/index.ts'
import { byOrder, isOrderKey, plainText, readText } from '../record/index.ts'
import { isPart, isSource } from './schema.ts'
import { type ReportSentence, reportParts } from './types.ts'

/** Reads every sentence of a report, removed ones too, in reading order. What merging made is read, and never repaired in place. */
export function readReport(doc: Y.Doc): readonly ReportSentence[] {
  const sentences: ReportSentence[] = []
  for (const [id, sentence] of doc.getMap<unknown>('sentences').entries()) {
    if (!(sentence instanceof Y.Map) || !isId(id)) continue
    const [part, order, source]: readonly unknown[] = ['part', 'order', 'source'].map((name) => sentence.get(name))
    sentences.push({
      // Branded just after the test that it is an id.
      id: id as SentenceId,
      // A sentence whose part cannot be told is seen at the end rather than not at all.
      part: isPart(part) ? part : 'closing',
      order: isOrderKey(order) ? order : '',
      text: plainText(readText(sentence.get('text'), 'line')),
      source: isSource(source) ? source : null,
      removed: sentence.get('removed') === true,
    })
  }
  return sentences.sort((one, other) => reportParts.indexOf(one.part) - reportParts.indexOf(other.part) || byOrder(one, other))
}
