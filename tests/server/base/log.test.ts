import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createLog, createNewId, createReportFault, systemRandom } from '../../../server/base/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'

function listening() {
  const lines: string[] = []
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
  return { lines, log }
}

test('[STO53] a fault is logged once, with its id, its place and its cause, however often it is caught', () => {
  const { lines, log } = listening()
  const reportFault = createReportFault(log, createNewId(systemRandom()))
  const fault = new Error('broken', { cause: new Error('disk') })
  const faultId = reportFault(fault, { meetingId: 'm' })
  expect(reportFault(fault, { door: 'http' })).toBe(faultId)
  expect(lines).toHaveLength(1)
  const line = JSON.parse(lines[0] ?? '')
  expect(line).toMatchObject({ level: 'error', faultId, meetingId: 'm', msg: 'fault' })
  expect(line.err.message).toContain('broken')
  expect(line.err.stack).toContain('disk')
  expect(reportFault(new Error('broken'))).not.toBe(faultId)
})

test('[STO53] what is thrown and no error is reported without what it says', () => {
  const { lines, log } = listening()
  createReportFault(log, createNewId(systemRandom()))('the text of a meeting')
  expect(lines.join('')).not.toContain('the text')
})

test('[STO54] a line is one line of JSON with the time in UTC, and holds no secret', () => {
  const { lines, log } = listening()
  const secret = 'correct horse'
  log.info({ password: secret, request: { headers: { cookie: secret }, token: secret }, name: 'a\r\nforged' }, 'signed in')
  log.debug('not asked for')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain(secret)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/)
  const line = JSON.parse(lines[0] ?? '')
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(line).not.toHaveProperty('pid')
})

test('[DUR1] a log whose disk is full stops nobody', async () => {
  const bundle = await bundleForChild('tests/support/faults/loggingVictim.ts')
  // Whatever is written there meets a full disk.
  const child = spawn(process.execPath, [bundle], { stdio: ['ignore', openSync('/dev/full', 'w'), 'ignore'], timeout: 20_000 })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  expect(code).toBe(0)
})
