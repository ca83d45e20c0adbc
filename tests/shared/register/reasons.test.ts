import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { common as arabic } from '../../../client/words/ar/common.ts'
import { common as english } from '../../../client/words/en/common.ts'
import { ledgerReasons } from '../../../shared/register/index.ts'
import { reasons } from '../../../shared/session/index.ts'

const codes = Object.keys(ledgerReasons)

test('[REG9] every reason of the ledger has a sentence of its own in every language, and none is a reason of the session', () => {
  expect(codes.filter((reason) => Object.hasOwn(reasons, reason))).toEqual([])
  for (const catalogue of [english, arabic]) {
    const sentences = new Map<string, string>(Object.entries(catalogue))
    const found = codes.map((reason) => sentences.get(`reason.${reason}`))
    expect(found.filter((sentence) => sentence === undefined || sentence === '')).toEqual([])
    expect(new Set(found).size).toBe(codes.length)
  }
})

test('[REG10] every reason of the ledger is heard in one of the tests of its rules', () => {
  const told = ['ledger', 'backlog'].map((name) => readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8')).join('\n')
  expect(codes.filter((reason) => !told.includes(`'${reason}'`))).toEqual([])
})
