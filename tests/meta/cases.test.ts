import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The catalogue of faults: how many cases each letter has. Those of several nodes (A8 to A10) come with several nodes. */
const catalogue = { D: 14, C: 8, A: 7, B: 10, S: 10, W: 12, O: 7 } as const
const wanted = Object.entries(catalogue).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
)

const page = (name: string) => readFileSync(join(process.cwd(), name), 'utf8')
/** The rows of the table of cases: case, what is done, rules, figures. */
const rows = page('SECURITY.md')
  .split('\n')
  .flatMap((line) => {
    const cells = /^\| ([A-Z]\d+) \|(.*)\|$/.exec(line)
    const [, name, rest] = cells ?? []
    return name === undefined || rest === undefined ? [] : [{ name, cells: rest.split('|').map((cell) => cell.trim()) }]
  })

test('[META11] every case of the catalogue has a row in SECURITY.md that names the rules which prove it, and those rules exist', () => {
  expect(rows.map(({ name }) => name)).toEqual(wanted)
  const rules = new Set([...page('SPEC.md').matchAll(/^- \[([A-Z]+\d+)\]/gm)].map(([, id]) => id))
  for (const { name, cells } of rows) {
    const named = [...(cells[1] ?? '').matchAll(/\b[A-Z]+\d+\b/g)].map(([id]) => id)
    expect(named, name).not.toEqual([])
    expect(
      named.filter((id) => !rules.has(id)),
      name,
    ).toEqual([])
  }
})
