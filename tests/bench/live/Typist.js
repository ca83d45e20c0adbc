import * as Y from 'yjs'

/** Somebody who types letter by letter at an own place of a paragraph, with an own copy that hears the others. */
export class Typist {
  #timer = null
  #presenceTimer = null
  #place = null

  constructor(link, ledger, documentId, outcome, findText) {
    this.link = link
    this.ledger = ledger
    this.doc = link.makeDoc()
    this.lane = ledger.open(this.doc.clientID, link, 0)
    this.text = wordsOf(this.doc, outcome, findText)
    this.documentId = documentId
    link.onFrame = (update) => Y.applyUpdate(this.doc, update, 'server')
    this.doc.on('update', (update, origin) => {
      if (origin === 'server') return
      ledger.send(this.lane)
      link.send(update)
    })
  }

  /** Types so many letters a second, beginning at a moment of its own. */
  start({ perSecond, presencePerSecond = 0 }) {
    this.#timer = every(1000 / perSecond, () => this.type())
    if (presencePerSecond > 0) this.#presenceTimer = every(1000 / presencePerSecond, () => this.showPlace())
  }

  stop() {
    this.#timer?.()
    this.#presenceTimer?.()
  }

  type() {
    const { text, doc } = this
    const at = this.#place === null ? null : Y.createAbsolutePositionFromRelativePosition(this.#place, doc)
    const index = at === null ? text.length : at.index
    text.insert(index, String.fromCharCode(97 + (this.lane.sentAt.length % 26)))
    // Bound to the letter to the left, so that what others type at the same place does not move it.
    this.#place = Y.createRelativePositionFromTypeIndex(text, index + 1, -1)
  }

  showPlace() {
    const place = Y.relativePositionToJSON(this.#place ?? Y.createRelativePositionFromTypeIndex(this.text, 0))
    const user = { name: `Delegate ${this.doc.clientID}`, color: '#456789' }
    this.link.setPresence(this.doc.clientID, {
      user,
      cursor: { anchor: place, head: { ...place, assoc: -1 - (this.count++ % 2) } },
    })
  }

  count = 0
}

/** The live text of an outcome's only paragraph. */
export function wordsOf(doc, outcome, findText) {
  const fragment = findText(doc, { root: 'outcomes', id: outcome, field: 'text' })
  return fragment.get(0).get(0)
}

function every(ms, act) {
  // From the hour it was due, not from the hour it ran: a load that lags must not type less. And each begins at a moment of its own.
  const first = Math.random() * ms
  let due = performance.now() + first
  let timer = setTimeout(tick, first)
  function tick() {
    due += ms
    timer = setTimeout(tick, Math.max(0, due - performance.now()))
    act()
  }
  return () => clearTimeout(timer)
}
