import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '../../../client')
const sheets = readdirSync(client, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
  .map((entry) => join(entry.parentPath, entry.name))

/** Properties and values that name a side of the screen instead of a side of the text. */
const physical =
  /(^|[\s;{])(left|right|top|bottom|(margin|padding|border)-(left|right|top|bottom)(-\w+)*|border-(top|bottom)-(left|right)-radius|width|height|(min|max)-(width|height)|overflow-[xy])\s*:|(text-align|float|clear)\s*:\s*(left|right)\b/
const colour = /#[0-9a-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|oklch|oklab|lab|lch|color)\(/i

test('[UI8] style sheets name the sides of the text and never of the screen, so that Arabic mirrors', () => {
  expect(sheets.length).toBeGreaterThan(20)
  expect(linesWith(physical, sheets).filter((line) => !/overflow-[xy]/.test(line))).toEqual([])
})

test('[UI9] only the token sheet names a colour', () => {
  const others = sheets.filter((path) => !path.endsWith('ui/tokens.css'))
  expect(linesWith(colour, others)).toEqual([])
})

test('[UI8][UI9] planted breaches are found', () => {
  for (const line of ['margin-left: 4px;', '  text-align: right;', 'a { width: 3px }', 'float: left;', '  top: 0;']) {
    expect(physical.test(line), line).toBe(true)
  }
  for (const line of [
    'inset-inline-start: 0;',
    'border-inline-width: 1px;',
    '@media (max-width: 760px) {',
    'text-align: start;',
  ]) {
    expect(physical.test(line), line).toBe(false)
  }
  for (const line of ['color: #fff;', 'background: rgb(0 0 0);']) expect(colour.test(line), line).toBe(true)
  expect(colour.test('color: var(--ink);')).toBe(false)
})

test('[UI9] every token that a sheet uses is defined', () => {
  const text = sheets.map((path) => readFileSync(path, 'utf8')).join('\n')
  const defined = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]))
  // React Aria sets the first on what it places; the others are set by a component, by name.
  const scripts = readdirSync(client, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
  for (const given of ['--trigger-width', ...[...scripts.matchAll(/'(--[\w-]+)'/g)].map((match) => match[1])]) defined.add(given)
  const missing = [...text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]).filter((name) => !defined.has(name))
  expect([...new Set(missing)]).toEqual([])
})

function linesWith(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path.replace(client, 'client')}:${at + 1}: ${line.trim()}`] : [])),
  )
}
