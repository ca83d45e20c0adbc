import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = process.cwd()
const cruiser = join(root, 'node_modules', '.bin', 'depcruise')
const planted = mkdtempSync(join(tmpdir(), 'rapporteur-planted-'))

afterAll(() => rmSync(planted, { recursive: true, force: true }))

interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] }
}

test('[META1] the boundary checker reads at least as many modules as there are source files', () => {
  const houses = ['shared', 'server', 'client']
  const sources = houses.flatMap((house) =>
    readdirSync(join(root, house), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !name.includes('config'),
    ),
  )
  const output = execFileSync(cruiser, ['--config', '.dependency-cruiser.js', '--output-type', 'json', ...houses], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const cruise = JSON.parse(output) as Cruise // the tool's own documented output
  const own = cruise.modules.filter((module) => /^(shared|server|client)\/.*\.tsx?$/.test(module.source))
  expect(own.length).toBeGreaterThanOrEqual(sources.length)
  expect(cruise.summary.violations).toEqual([])
})

/** Each breach, and the rule that must name it. */
const breaches: readonly (readonly [string, string, string])[] = [
  ['shared/base/index.ts', `export { later } from '../record/index.ts'`, 'order-shared-base'],
  ['shared/access/index.ts', `export { inner } from '../record/inner.ts'`, 'door-shared-record'],
  ['client/ui/index.ts', `export { main } from '../../server/base/index.ts'`, 'client-never-meets-server'],
  ['shared/session/index.ts', `export { readFileSync } from 'node:fs'`, 'shared-is-pure'],
  ['client/features/notes/index.ts', `export { agenda } from '../agenda/index.ts'`, 'features-are-strangers'],
]

test('[META2] the boundary checker names every planted breach', () => {
  const files: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }',
    'shared/record/index.ts': `export const later = 1`,
    'shared/record/inner.ts': `export const inner = 1`,
    'server/base/index.ts': `export const main = 1`,
    'client/features/agenda/index.ts': `export const agenda = 1`,
  }
  for (const [file, text] of breaches) files[file] = text
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(planted, file)), { recursive: true })
    writeFileSync(join(planted, file), text)
  }
  const config = join(root, '.dependency-cruiser.js')
  const done = spawnSync(cruiser, ['--config', config, '--output-type', 'json', 'shared', 'server', 'client'], {
    cwd: planted,
    encoding: 'utf8',
  })
  const cruise = JSON.parse(done.stdout) as Cruise // the tool's own documented output
  const named = cruise.summary.violations.map((violation) => violation.rule.name)
  for (const [, , rule] of breaches) expect(named).toContain(rule)
})
