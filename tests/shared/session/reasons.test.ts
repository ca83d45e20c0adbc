import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { common as arabic } from '../../../client/words/ar/common.ts'
import { common as english } from '../../../client/words/en/common.ts'
import { ledgerReasons } from '../../../shared/register/index.ts'
import { reasons } from '../../../shared/session/index.ts'
import { chair, inSession, olga, two } from './room.ts'

const codes = Object.keys(reasons)

test('[SES80] every reason has a sentence of its own in every language, and no sentence is without its reason', () => {
  for (const catalogue of [english, arabic]) {
    // The ledger's have a test of their own.
    const isOfLedger = (key: string) => Object.hasOwn(ledgerReasons, key.slice('reason.'.length))
    const sentences = Object.entries(catalogue).filter(([key]) => key.startsWith('reason.') && !isOfLedger(key))
    expect(sentences.map(([key]) => key.slice('reason.'.length)).sort()).toEqual([...codes].sort())
    expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(codes.length)
  }
})

test('[SES81] every reason is heard in one of the tests of the rules', () => {
  const files = [
    'table',
    'floor',
    'attendance',
    'fixing',
    'time',
    'items',
    'twoChairs',
    'reasons',
    'circulation',
    'comments',
    'amending',
  ]
  const told = files.map((name) => readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8')).join('\n')
  expect(codes.filter((reason) => !new RegExp(`['| ]${reason}['| ]`).test(told))).toEqual([])
})

test('[SES82] a refusal says which code stands behind it, and observers hear no more of what is closed to them than that it is', () => {
  const room = inSession()
  const answer = room.try(chair, { kind: 'item.next', from: null })
  expect(answer).toEqual({
    ok: false,
    refusal: { code: 'stale', message: 'The meeting has already moved on.', reason: 'movedOn' },
  })
  room.must(chair, { kind: 'item.closeToObservers', item: two, closed: true })
  const asked = room.try(olga, { kind: 'floor.ask', intervention: 'pointOfOrder' })
  expect(asked.ok ? null : asked.refusal).toEqual({
    code: 'forbidden',
    message: 'This is closed to observers.',
    reason: 'closedToObservers',
  })
  room.must(chair, { kind: 'item.closeToObservers', item: two, closed: false })
  room.must(chair, { kind: 'meeting.closeToObservers', closed: true })
  expect(room.press(olga, { kind: 'floor.ask', intervention: 'statement' })).toBe('closedToObservers')
})
