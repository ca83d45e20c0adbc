import type { Delegate } from '../../../shared/record/index.ts'

/** The delegates that have a name, each once: whoever was written down and then checked in is one person. */
export function delegateLines(delegates: readonly Delegate[]): readonly string[] {
  const lines = new Map<string, string>()
  for (const { name, function: office } of delegates) {
    if (name === '') continue
    const before = lines.get(name)
    if (before === undefined || before === name) lines.set(name, office === null ? name : `${name}, ${office}`)
  }
  return [...lines.values()]
}
