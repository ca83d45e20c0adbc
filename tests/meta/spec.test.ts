import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = process.cwd()

function rulesInSpec(): string[] {
  const spec = readFileSync(join(root, 'SPEC.md'), 'utf8')
  return [...spec.matchAll(/^- \[([A-Z]+\d+)\] \S/gm)].map((match) => match[1] ?? '')
}

function rulesInTests(): Set<string> {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const found = new Set<string>()
  for (const file of files) {
    const text = readFileSync(join(root, 'tests', file), 'utf8')
    // A title is a string that opens with one or more bracketed rule ids.
    for (const title of text.matchAll(/['"`]((?:\[[A-Z]+\d+\] ?)+)/g)) {
      for (const id of (title[1] ?? '').matchAll(/\[([A-Z]+\d+)\]/g)) found.add(id[1] ?? '')
    }
  }
  return found
}

test('[META3] every rule of SPEC.md stands once, and in the title of a test', () => {
  const rules = rulesInSpec()
  expect(rules.length).toBeGreaterThan(20)
  expect(new Set(rules).size).toBe(rules.length)
  const tested = rulesInTests()
  expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
})

test('[META4] every rule quoted by a test title stands in SPEC.md', () => {
  const rules = new Set(rulesInSpec())
  expect([...rulesInTests()].filter((rule) => !rules.has(rule))).toEqual([])
})

test('[META5] every test title opens with the number of a rule', () => {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.test\.tsx?$/.test(name),
  )
  const nameless = files.flatMap((file) => {
    const text = readFileSync(join(root, 'tests', file), 'utf8')
    const titles = [...text.matchAll(/^\s*(?:test|it)(?:\.each\([^)]*\))?\(\s*(['"`])(.*?)\1/gm)].map((match) => match[2] ?? '')
    return titles.filter((title) => !/^\[[A-Z]+\d+\]/.test(title)).map((title) => `${file}: ${title}`)
  })
  expect(nameless).toEqual([])
})
