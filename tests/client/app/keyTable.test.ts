import { describe, expect, test } from 'vitest'
import { keyTable, lineFor } from '../../../client/app/live/keyTable.ts'

const key = (name: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

describe('keys of the live meeting', () => {
  test('[CL31] a key does one thing: no two lines of the list answer to the same key', () => {
    const answered = keyTable.flatMap((line) => line.keys.map((name) => `${line.alt ?? false} ${line.ctrl ?? false} ${name}`))
    expect(new Set(answered).size).toBe(answered.length)
  })

  test('[CL32] single letters can be switched off; keys with Alt and Ctrl stay', () => {
    expect(lineFor(key('n'), true)?.word).toBe('add')
    expect(lineFor(key('n'), false)).toBeNull()
    expect(lineFor(key('n', { ctrlKey: true }), true)).toBeNull()
    expect(lineFor(key('ArrowUp', { altKey: true }), false)?.word).toBe('move')
    expect(lineFor(key('z', { ctrlKey: true }), false)?.word).toBe('undo')
  })
})
