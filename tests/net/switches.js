// The protections that are switched off one at a time: where each stands, what takes its place, and which rules are to notice. The text
// must stand in its file exactly once (a test of its own looks), so that no switch is forgotten when the product changes.
import { documents } from './switches/documents.js'
import { firmness } from './switches/firmness.js'
import { gate } from './switches/gate.js'
import { line } from './switches/line.js'
import { rights } from './switches/rights.js'
import { store } from './switches/store.js'

/** All of them, in the order of the promises they keep. */
export const switches = [...store, ...gate, ...line, ...firmness, ...rights, ...documents]
