import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { laterParts, sentencesOf } from '../../support/sentencesOf.ts'

const client = join(import.meta.dirname, '../../../client')
const withoutCommon = (names: Iterable<string>) => [...names].filter((name) => name !== 'common').sort()

test('[PAG5] every page names all the sentences it shows, and no others, so that they come with its code', () => {
  const text = readFileSync(join(client, 'app/appRoutes.ts'), 'utf8')
  const routes = [...text.matchAll(/words: \[([^\]]*)\],\s*load: async \(\) => \(await import\('\.\/([^']+)'\)\)/g)]
  expect(routes.length).toBeGreaterThan(20)
  for (const [, words = '', file = ''] of routes) {
    expect(withoutCommon(words.match(/\w+/g) ?? []), file).toEqual(withoutCommon(sentencesOf(`app/${file}`)))
  }
})

test('[PAG5] every part that comes later names the sentences it shows', () => {
  const files = readdirSync(client, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(client.length + 1))
  const parts = files.flatMap((file) => laterParts(file).map((part) => ({ file, ...part })))
  expect(parts.length).toBeGreaterThan(10)
  for (const { file, target, words } of parts) {
    const missing = withoutCommon(sentencesOf(target)).filter((name) => !words.includes(name))
    expect(missing, `${file} → ${target}`).toEqual([])
  }
})
