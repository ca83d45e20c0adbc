import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { switches } from '../net/switches.js'

const read = (file: string) => readFileSync(join(process.cwd(), file), 'utf8')

test('[NET1] each protection that the net switches off stands in its file exactly once, and there are at least forty-five', () => {
  expect(switches.length).toBeGreaterThanOrEqual(45)
  const lost = switches.filter(({ file, from }) => !existsSync(file) || read(file).split(from).length !== 2)
  expect(lost.map(({ name, file }) => `${name}: ${file}`)).toEqual([])
  expect(new Set(switches.map(({ name }) => name)).size).toBe(switches.length)
  // What is written in its place is something else, and it is the product that is weakened, never a test.
  expect(switches.filter(({ from, to, file }) => from === to || !/^(shared|server|client)\//.test(file))).toEqual([])
})

test('[NET2] every rule that is to notice a protection which is gone is a rule of the house, in a test that is there', () => {
  const spec = read('SPEC.md')
  const asked = switches.flatMap(({ tests }) => tests.map((one) => one.split(' ')))
  const gone = asked.flatMap(([file = '', ...rules]) => {
    if (rules.length === 0 || !existsSync(file)) return [file]
    return rules.filter((rule) => !spec.includes(`[${rule}] `)).map((rule) => `${file} ${rule}`)
  })
  expect(gone).toEqual([])
  expect(switches.filter(({ tests }) => tests.length === 0)).toEqual([])
})
