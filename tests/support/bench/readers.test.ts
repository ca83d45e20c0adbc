import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
// @ts-expect-error the bench is plain JavaScript and has no declarations
import { cpuSecondsOf, parseCpuSeconds, percentile, residentBytesOf, spreadOf } from '../../bench/live/measure.js'
// @ts-expect-error the bench is plain JavaScript and has no declarations
import { letterBehind, readProgress } from '../../bench/live/updates.js'

test('[BEN7] what the bench reads of processor time, percentiles and medians is what was used and measured', () => {
  // A name with spaces and brackets of its own; 250 ticks in user mode, 50 in the kernel.
  expect(parseCpuSeconds('7 (a) (b c) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 9 9 20 0 11 0 100 1 1')).toBe(3)
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3)
  expect(
    percentile(
      Array.from({ length: 200 }, (_, n) => n + 1),
      0.99,
    ),
  ).toBe(198)
  expect(spreadOf([9, 1, 4, 2])).toEqual({ median: 3, min: 1, max: 9 })
  if (process.platform !== 'linux') return
  const before = cpuSecondsOf(process.pid)
  const until = process.cpuUsage().user + 150_000
  while (process.cpuUsage().user < until);
  expect(cpuSecondsOf(process.pid) - before).toBeGreaterThan(0.1)
  const kB = Number(/VmRSS:\s+(\d+)/.exec(execFileSync('cat', [`/proc/${process.pid}/status`], { encoding: 'utf8' }))?.[1])
  expect(residentBytesOf(process.pid) / 1024 / kB).toBeCloseTo(1, 0)
})

test('[BEN8] what the load writes as one typed letter, and reads as progress, is what Yjs writes and reads', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'ab')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  text.insert(2, 'c')
  const own = letterBehind(doc.clientID, 2, Y.createID(doc.clientID, 1), 'c'.charCodeAt(0))
  expect(own).toEqual(made[0])
  text.delete(0, 1)
  text.insert(0, 'xyz')
  const heard: [number, number][] = []
  for (const update of [own, Y.mergeUpdates(made), Y.encodeStateAsUpdate(doc)]) {
    readProgress(update, (client: number, end: number) => heard.push([client, end]))
  }
  expect(heard).toEqual([3, 6, 6].map((end) => [doc.clientID, end]))
})
