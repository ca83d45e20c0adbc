import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { wordsOf } from './Typist.js'

/** Makes each client's copy of what it heard, throws unless all hold the same text and all that was sent; answers its length. */
export function checkSame(links, document, findText) {
  const known = new Map()
  let expected = null
  for (const link of links) {
    if (link.closedBy !== null) throw new Error(`A client was closed with ${link.closedBy}`)
    // Who heard the same bytes holds the same copy: it is made once.
    const heard = createHash('sha1').update(link.first).update('|').update(link.heard).digest('hex')
    const seen = known.get(heard) ?? summarize(link.makeDoc(), document, findText)
    known.set(heard, seen)
    expected ??= seen
    if (seen.text !== expected.text || seen.vector !== expected.vector) throw new Error('Two clients end with different texts')
    for (const [client, { from, sentAt }] of link.ledger.lanes) {
      const missing = from + sentAt.length - (seen.clocks.get(client) ?? 0)
      if (sentAt.length > 0 && missing !== 0) throw new Error(`${missing} letters that were sent are not in the text`)
    }
  }
  return expected.text.length
}

function summarize(doc, document, findText) {
  const text = document.outcomes.map((outcome) => wordsOf(doc, outcome, findText).toString()).join('\n')
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  const vector = [...clocks].sort(([one], [other]) => one - other).join()
  return { text, vector, clocks }
}
