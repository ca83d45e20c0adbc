import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Lines of code that a file may have: longer ones hold more than one idea. Catalogues are lists, not code. */
const most = (file: string) => (file.startsWith('tests/') ? 500 : 300)

test('[META10] no file of code is longer than one idea', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.js'], { encoding: 'utf8' }).split('\n')
  const code = files.filter((file) => /^(shared|server|client|tests)\//.test(file) && !file.startsWith('client/words/'))
  expect(code.length).toBeGreaterThan(100)
  const long = code.filter((file) => linesOf(file) > most(file))
  expect(long).toEqual([])
})

function linesOf(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*|$)/.test(line)).length
}
