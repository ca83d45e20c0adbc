import type { CommandOf } from '../commands.ts'
import { sessionLimits } from '../limits.ts'
import { no } from '../reasons.ts'
import type { Correction } from '../version.ts'
import { sameWords } from './comments.ts'
import { alreadySo, type Decided, type Scene, yes } from './scene.ts'
import { wantedVersion } from './wantedVersion.ts'

/** Parts that say nothing in words of their own, by their keys. */
const wordless = /^(attendance$|speakers:)/

/** A corrigendum: new words for some paragraphs of the adopted text; old and new are kept. */
export function amendByCorrigendum(scene: Scene, command: CommandOf<'record.correct'>): Decided {
  const refused = whyNotAmended(scene)
  if (refused !== null) return refused
  const corrections: Correction[] = []
  for (const { part: key, text } of command.corrections) {
    const part = scene.around.part(key)
    if (part === null) return no('unknownPart', 'There is no such paragraph in this version.')
    if (wordless.test(key)) return no('noWords', 'This part has no words of its own to correct.')
    if (part.text.trim() === text.trim()) return sameWords()
    if (corrections.some((one) => one.part === key)) return no('correctedTwice', 'One paragraph can be corrected once at a time.')
    corrections.push({ part: key, number: part.number, before: part.text, after: text })
  }
  return yes(wantedVersion(scene, { kind: 'corrigendum', corrections, reason: command.reason }))
}

/** An addendum: paragraphs at the end, numbered on. */
export function amendByAddendum(scene: Scene, { title, paragraphs, reason }: CommandOf<'record.addend'>): Decided {
  return whyNotAmended(scene) ?? yes(wantedVersion(scene, { kind: 'addendum', addition: { title, paragraphs }, reason }))
}

/** The adopted record is withdrawn: it stays readable, and says so. */
export function withdrawRecord(scene: Scene, { reason }: CommandOf<'record.withdraw'>): Decided {
  return isWithdrawn(scene) ? alreadySo() : yes(wantedVersion(scene, { kind: 'withdrawn', reason }))
}

function whyNotAmended(scene: Scene): Decided | null {
  if (isWithdrawn(scene)) return no('isWithdrawn', 'This record was withdrawn.')
  const isFull = scene.state.versions.length >= sessionLimits.versions
  return isFull ? no('limitReached', 'This record has too many versions.') : null
}

function isWithdrawn({ state }: Scene): boolean {
  return state.versions.at(-1)?.kind === 'withdrawn'
}
