import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const client = join(import.meta.dirname, '../../client')

/** The namespaces whose sentences a source file of the client shows, with all that it imports; what comes later brings its own. */
export function sentencesOf(file: string): ReadonlySet<string> {
  const found = new Set<string>()
  walk(join(client, file), new Set(), found)
  return found
}

/** Every part that comes later: the file in which it is asked for, the one that is fetched, and the namespaces that are named with it. */
export function laterParts(file: string): readonly { readonly target: string; readonly words: readonly string[] }[] {
  const path = join(client, file)
  const asked = /later(?:<[^(]*>)?\(\s*async \(\) => \(await import\('([^']+)'\)\)\.(\w+),?\s*(?:\[([^\]]*)\])?/g
  return [...readFileSync(path, 'utf8').matchAll(asked)].map(([, from = '', name = '', words = '']) => {
    const target = resolve(dirname(path), from)
    const own = basename(target) === 'index.ts' ? behind(target, [name])[0] : target
    return { target: (own ?? target).slice(client.length + 1), words: words.match(/\w+/g) ?? [] }
  })
}

function walk(path: string, seen: Set<string>, found: Set<string>): void {
  if (seen.has(path) || !existsSync(path)) return
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  for (const [, namespace] of text.matchAll(/useWords\((?:'(\w+)')?\)/g)) found.add(namespace ?? 'common')
  for (const { names, target } of importsOf(path, text)) {
    if (!target.startsWith(client)) continue
    for (const next of basename(target) === 'index.ts' ? behind(target, names) : [target]) walk(next, seen, found)
  }
}

/** Which files of a room stand behind these names at its door. */
function behind(door: string, names: readonly string[]): readonly string[] {
  return importsOf(door, readFileSync(door, 'utf8'))
    .filter((line) => line.names.some((name) => names.includes(name)))
    .map((line) => line.target)
}

function importsOf(path: string, text: string): readonly { readonly names: readonly string[]; readonly target: string }[] {
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)([^'"]*?)from\s+'(\.[^']+)'/gm)].map(([, names = '', from = '']) => ({
    names: names
      .replaceAll(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim().split(/\s+as\s+/)[0] ?? '')
      .filter((name) => name !== '' && !name.startsWith('type ')),
    target: resolve(dirname(path), from),
  }))
}
