import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One font for each script, in the cuts that are used: Latin, Cyrillic and Greek; Arabic; Chinese and Japanese. */
const files = [
  ['@expo-google-fonts/source-serif-4', '400Regular/SourceSerif4_400Regular.ttf'],
  ['@expo-google-fonts/source-serif-4', '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  ['@expo-google-fonts/source-serif-4', '700Bold/SourceSerif4_700Bold.ttf'],
  ['@expo-google-fonts/source-serif-4', '700Bold_Italic/SourceSerif4_700Bold_Italic.ttf'],
  ['@expo-google-fonts/source-sans-3', '400Regular/SourceSans3_400Regular.ttf'],
  ['@expo-google-fonts/source-sans-3', '700Bold/SourceSans3_700Bold.ttf'],
  ['vazirmatn', 'fonts/ttf/Vazirmatn-Regular.ttf'],
  ['vazirmatn', 'fonts/ttf/Vazirmatn-Bold.ttf'],
  ['@embedpdf/fonts-sc', 'fonts/NotoSansHans-Regular.otf'],
  ['@embedpdf/fonts-sc', 'fonts/NotoSansHans-Bold.otf'],
] as const

/** Reads the fonts out of their packages. */
export function fontFiles(): readonly Buffer[] {
  const require = createRequire(import.meta.url)
  return files.map(([name, path]) => readFileSync(join(folderOf(require, name), path)))
}

/** A package's folder; found by its entry, because some keep their other files to themselves. */
function folderOf(require: NodeJS.Require, name: string): string {
  const paths = require.resolve.paths(name) ?? []
  for (const path of paths) {
    try {
      return dirname(require.resolve(join(path, name, 'package.json')))
    } catch {
      // Not in this folder: a package may lie further up.
    }
  }
  throw new Error(`The fonts of ${name} are not installed`)
}
