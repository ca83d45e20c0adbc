import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { appRoutes } from '../../../client/app/appRoutes.ts'
import { pageFiles } from '../../support/pageFiles.ts'

const root = join(import.meta.dirname, '../../..')
const built = join(root, 'dist/client')

/** What a page may fetch as script before it can be used, in bytes as gzip packs them. */
const most = { live: 200_000, signIn: 109_500 }

// Plain JavaScript that builds what is not built yet.
beforeAll(() => {
  execFileSync(process.execPath, ['-e', "import('./server/launch/prepare.js').then((launch) => launch.ensureBuilt())"], {
    cwd: root,
  })
}, 180_000)

const sum = (files: readonly string[]) =>
  files.reduce((bytes, file) => bytes + gzipSync(readFileSync(join(built, file)), { level: 9 }).length, 0)
const wordsOf = (path: string) => appRoutes().find(path).route.words

test.each([
  ['live', 'LiveMeetingPage', '/m/x', most.live],
  ['signIn', 'SignInPage', '/sign-in', most.signIn],
] as const)('[PAG1] the first load of a page stays under its bound of script: %s', (_name, page, path, bound) => {
  const files = pageFiles(built, page, ['common', ...wordsOf(path)], 'en')
  expect(files.length).toBeGreaterThan(3)
  expect(sum(files)).toBeLessThan(bound)
})

test('[PAG2] a page fetches the sentences of one language', () => {
  const files = pageFiles(built, 'LiveMeetingPage', ['common', ...wordsOf('/m/x')], 'en')
  const text = files.map((file) => readFileSync(join(built, file), 'utf8')).join('\n')
  expect(text).toContain('Read out and agree')
  expect(text).not.toMatch(/\p{Script=Arabic}{3,}[^`'"]* \p{Script=Arabic}{3,}/u)
})
