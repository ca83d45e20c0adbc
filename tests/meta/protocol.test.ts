import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as protocol from '../../shared/protocol/index.ts'
import { protocolFingerprint, protocolVersion } from '../../shared/protocol/index.ts'

/** Every schema that the protocol exports, by name, events one by one. */
function schemas(): [string, z.ZodType][] {
  const found: [string, z.ZodType][] = []
  for (const [name, value] of Object.entries(protocol)) {
    if (value instanceof z.ZodType) found.push([name, value])
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, schema] of Object.entries(value))
        if (schema instanceof z.ZodType) found.push([`${name}.${inner}`, schema])
    }
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}

test('[META6] the words on the wire have not changed without a new fingerprint beside their version', () => {
  const all = schemas()
  expect(all.length).toBeGreaterThan(20)
  const words = all.map(([name, schema]) => [name, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })])
  const fingerprint = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32)
  expect(`${protocolVersion}:${fingerprint}`).toBe(`${protocolVersion}:${protocolFingerprint}`)
})

test('[META9] every event of the wire stands in the table of its page, and the table has no other', () => {
  const page = readFileSync(join(process.cwd(), 'shared/protocol/README.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([a-z]+\.[a-z]+)` \|/gm)].map((match) => match[1])
  expect(rows.sort()).toEqual([...Object.keys(protocol.clientEvents), ...Object.keys(protocol.serverEvents)].sort())
})
