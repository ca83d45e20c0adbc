import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Entry {
  readonly file: string
  readonly imports?: readonly string[]
}

/** The script files that a page of the built product fetches before it can be used: its own code, all that this needs, its sentences. */
export function pageFiles(built: string, page: string, words: readonly string[], language: string): readonly string[] {
  const manifest: Readonly<Record<string, Entry>> = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'))
  const files = new Set<string>()
  const take = (name: string): void => {
    const entry = manifest[name]
    if (entry === undefined) throw new Error(`The build has no ${name}`)
    if (files.has(entry.file)) return
    files.add(entry.file)
    for (const imported of entry.imports ?? []) take(imported)
  }
  take('index.html')
  take(`app/pages/${page}.tsx`)
  for (const namespace of words) take(`words/${language}/${namespace}.ts`)
  return [...files]
}
