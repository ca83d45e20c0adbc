import { describe, expect, test } from 'vitest'
import { keyTable, pressed } from '../../../client/app/live/keyTable.ts'
import { areSingleKeysOn, switchSingleKeys } from '../../../client/app/live/singleKeys.ts'
import { type KeyPress, strokeOf } from '../../../client/app/live/strokeOf.ts'
import { catalogues } from '../../../client/words/index.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
})
const stroke = (key: string, more: Partial<KeyPress> = {}, isMac = false) => strokeOf(press(key, more), isMac)
const word = (strokes: readonly string[], areSinglesOn = true) => {
  let begun: string | null = null
  let found: string | null = null
  for (const one of strokes) {
    const answer = pressed(one, begun, areSinglesOn)
    begun = answer.begun
    found = answer.line?.word ?? null
  }
  return found
}

describe('keys of the live meeting', () => {
  test('[CL31] a key does one thing: no two lines of the list answer to the same key', () => {
    const answered = keyTable.flatMap((line) => line.keys ?? [])
    expect(answered.length).toBeGreaterThan(25)
    expect(new Set(answered).size).toBe(answered.length)
    expect(new Set(keyTable.map((line) => line.word)).size).toBe(keyTable.length)
  })

  test('[CL32] single letters can be switched off; keys with Alt and Ctrl stay', () => {
    expect(word(['n'])).toBe('addItem')
    expect(word(['n'], false)).toBeNull()
    expect(word(['shift+f'], false)).toBeNull()
    expect(word(['g', 'c'], false)).toBeNull()
    expect(word(['ctrl+n'])).toBeNull()
    expect(word(['alt+ArrowUp'], false)).toBe('moveItem')
    expect(word(['ctrl+z'], false)).toBe('undo')
    expect(word(['ctrl+k'], false)).toBe('search')
    expect(word(['shift+Enter'], false)).toBe('moveOn')
  })

  test('[KEY1] every character that works alone is marked as a single key, so that switching them off leaves none', () => {
    const alone = keyTable.filter((line) => line.keys?.some((key) => !/ctrl\+|alt\+|[A-Z]/.test(key)))
    expect(alone.length).toBeGreaterThan(15)
    expect(alone.filter((line) => line.isSingle !== true).map((line) => line.word)).toEqual([])
  })

  test('[KEY2] a sequence is two strokes: the first may act itself, and what does not continue it stands alone', () => {
    expect(word(['g', 'c'])).toBe('current')
    expect(word(['g', 'n'])).toBe('addItem')
    expect(word(['c'])).toBeNull()
    expect(word(['f'])).toBe('ask')
    expect(word(['f', '2'])).toBe('askReply')
    expect(word(['f', '3'])).toBe('askPoint')
    expect(word(['2'])).toBeNull()
    expect(pressed('2', 'f', true).begun).toBeNull()
  })

  test('[KEY3] a letter is found by its sign, and on a keyboard without Latin letters by its place', () => {
    expect(stroke('n', { code: 'KeyN' })).toBe('n')
    expect(stroke('N', { code: 'KeyN' })).toBe('n') // caps lock
    expect(stroke('F', { code: 'KeyF', shiftKey: true })).toBe('shift+f')
    expect(stroke('a', { code: 'KeyQ' })).toBe('a') // AZERTY
    expect(stroke('т', { code: 'KeyN' })).toBe('n') // Cyrillic
    expect(stroke('А', { code: 'KeyF', shiftKey: true })).toBe('shift+f')
    expect(stroke('ى', { code: 'KeyN' })).toBe('n') // Arabic
    expect(stroke('لا', { code: 'KeyB' })).toBe('b') // one key, two letters
    expect(stroke('л', { code: 'KeyK', ctrlKey: true })).toBe('ctrl+k')
    expect(stroke('é', { code: 'Digit2' })).toBe('2') // AZERTY has its digits behind the shift key
    expect(stroke('٣', { code: 'Digit3' })).toBe('3')
    expect(stroke('؟', { code: 'Slash', shiftKey: true })).toBe('?')
    expect(stroke('?', { code: 'Digit7', shiftKey: true })).toBe('?')
    expect(stroke('?', { code: 'KeyM', shiftKey: true })).toBe('?')
  })

  test('[KEY4] keys that an input method has taken, dead keys and modifiers alone are no strokes', () => {
    expect(stroke('n', { code: 'KeyN', isComposing: true })).toBeNull()
    expect(stroke('n', { code: 'KeyN', keyCode: 229 })).toBeNull()
    expect(stroke('Process', { code: 'KeyN' })).toBeNull()
    expect(stroke('Dead', { code: 'BracketLeft' })).toBeNull()
    expect(stroke('Shift', { shiftKey: true })).toBeNull()
    expect(stroke('Control', { ctrlKey: true })).toBeNull()
  })

  test('[KEY5] the command key is Ctrl, and ⌘ on a Mac; the other one is never taken for it', () => {
    expect(stroke('k', { code: 'KeyK', ctrlKey: true })).toBe('ctrl+k')
    expect(stroke('k', { code: 'KeyK', metaKey: true })).toBeNull()
    expect(stroke('k', { code: 'KeyK', metaKey: true }, true)).toBe('ctrl+k')
    expect(stroke('k', { code: 'KeyK', ctrlKey: true }, true)).toBeNull()
    // AltGr on Windows is Ctrl and Alt at once: it types a sign and commands nothing.
    expect(word([stroke('[', { code: 'Digit8', ctrlKey: true, altKey: true }) ?? ''])).toBeNull()
    expect(word([stroke('ń', { code: 'KeyN' }) ?? ''])).toBeNull()
  })

  test('[KEY6] every line of the table has its words in every language', () => {
    for (const catalogue of Object.values(catalogues)) {
      const words = keyTable.map((line) => catalogue.room[`command.${line.word}`])
      expect(words.filter((one) => one === undefined || one === '')).toEqual([])
      expect(new Set(words).size).toBe(words.length)
    }
  })

  test('[KEY7] a command that moves the meeting happens once a press, however long the key is held', () => {
    const going = keyTable.filter((line) => line.repeats === true).map((line) => line.word)
    expect(going).toEqual(['undo', 'neighbour', 'moveItem'])
  })

  test('[KEY8] the choice about single letters stays on the device; where nothing can be kept they stay on', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    expect(areSingleKeysOn(storage)).toBe(true)
    switchSingleKeys(storage, false)
    expect(areSingleKeysOn(storage)).toBe(false)
    switchSingleKeys(storage, true)
    expect(areSingleKeysOn(storage)).toBe(true)
    const broken = () => {
      throw new Error('no storage')
    }
    switchSingleKeys({ setItem: broken }, false)
    expect(areSingleKeysOn({ getItem: broken })).toBe(true)
  })
})
