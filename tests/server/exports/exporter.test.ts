import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createExporter, type ExportAsk } from '../../../server/exports/index.ts'
import { renderExport } from '../../../server/exports/renderExport.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'
import { exportWorker } from '../../support/exportWorker.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { must } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

function ask(name: 'record.pdf' | 'record.docx' | 'record.md' = 'record.md'): ExportAsk {
  return { kind: 'record', name, ...scriptsRecord() }
}

/** A thread that does what the lines say when it is asked. */
function workerThat(lines: string): URL {
  const path = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(path, `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', ({ id }) => {\n${lines}\n})\n`)
  return pathToFileURL(path)
}

function exporter(needs: Partial<Parameters<typeof createExporter>[0]> = {}) {
  const clock = new ManualClock()
  const made = createExporter({ clock, worker: exportWorker, ...needs })
  onTestFinished(() => made.close())
  return { clock, ...made }
}

test('[EXP80] documents are made in a thread of their own, one after the other, while the server goes on answering', async () => {
  const { render } = exporter()
  const names = ['record.pdf', 'record.docx', 'record.md'] as const
  // Both threads are warm: what is compared is making the documents here, and being busy here while they are made there.
  for (const name of names) {
    must(await render(ask(name), 'a'))
    await renderExport(ask(name))
  }
  const began = performance.now()
  for (const name of names) await renderExport(ask(name))
  const hereMs = performance.now() - began
  const before = performance.eventLoopUtilization()
  const files = await Promise.all(names.map((name) => render(ask(name), 'a')))
  const busyMs = performance.eventLoopUtilization(before).active
  expect(busyMs).toBeLessThan(hereMs / 2)
  expect(files.map((file) => must(file).name.split('.').at(-1))).toEqual(['pdf', 'docx', 'md'])
})

test('[EXP81] a document that takes too long is given up, its thread ended, and the next one is made by a new thread', async () => {
  const stuck = workerThat("parentPort.postMessage({ note: 'here' }); for (;;) {}")
  let threads = 0
  const worker = () => {
    threads += 1
    return threads === 1 ? stuck : exportWorker()
  }
  const { render, clock } = exporter({ worker, limitMs: 5_000 })
  const first = render(ask(), 'a')
  const second = render(ask(), 'a')
  // Its time runs from when it was given to the thread.
  await until(() => clock.waiting === 1)
  clock.advance(4_999)
  expect(clock.waiting).toBe(1)
  clock.advance(1)
  expect(await first).toMatchObject({ ok: false, refusal: { code: 'tooLarge' } })
  expect(must(await second).name).toContain('record.md')
  expect(threads).toBe(2)
  expect(clock.waiting).toBe(0)
})

test('[EXP82] only so many documents wait, and only so many for one person', async () => {
  const { render, close } = exporter({ worker: () => workerThat(''), waiting: 5, waitingEach: 2 })
  const asked = ['a', 'a', 'a', 'b', 'c', 'd', 'e'].map((whose) => render(ask(), whose))
  const codes = async (index: number) => {
    const answer = await asked[index]
    return answer?.ok === false ? answer.refusal.code : 'made'
  }
  expect([await codes(2), await codes(6)]).toEqual(['tooMany', 'tooMany'])
  const rest = Promise.allSettled(asked)
  await close()
  await rest
})

test('[EXP83] a fault in making a document is told to whoever asked, and the next one is made', async () => {
  const faulty = [
    workerThat("parentPort.postMessage({ id, fault: { message: 'out of ink', stack: null } })"),
    workerThat("throw new Error('out of paper')"),
    workerThat('process.exit(1)'),
    new URL('file:///nowhere/worker.mjs'),
  ]
  for (const [index, worker] of faulty.entries()) {
    let threads = 0
    const { render } = exporter({
      worker: () => {
        threads += 1
        return threads === 1 ? worker : exportWorker()
      },
    })
    await expect(render(ask(), 'a')).rejects.toThrow(index === 0 ? 'out of ink' : 'ended')
    if (index > 0) expect(must(await render(ask(), 'a')).bytes.length).toBeGreaterThan(1000)
  }
})

test('[EXP83] a thread that ends between two documents is not asked for the next one', async () => {
  const brief = workerThat(
    "parentPort.postMessage({ id, file: { name: 'x', mediaType: 'x', bytes: new Uint8Array() } }); parentPort.close()",
  )
  let threads = 0
  const worker = () => {
    threads += 1
    return threads === 1 ? brief : exportWorker()
  }
  const { render } = exporter({ worker })
  expect(must(await render(ask(), 'a')).name).toBe('x')
  // One that was handed over while it was ending is told of as a fault.
  await until(() =>
    render(ask(), 'a')
      .then((file) => must(file).name !== 'x')
      .catch(() => false),
  )
  expect(threads).toBe(2)
})

test('[EXP84] when the server stops, those who wait for a document are told', async () => {
  const { render, close } = exporter({ worker: () => workerThat('') })
  const asked = [render(ask(), 'a'), render(ask(), 'b')]
  const answers = Promise.allSettled(asked)
  await close()
  const [first, second] = await answers
  expect(first).toMatchObject({ status: 'fulfilled', value: { ok: false, refusal: { code: 'restarting' } } })
  expect(second).toMatchObject({ status: 'fulfilled', value: { ok: false, refusal: { code: 'restarting' } } })
  expect(await render(ask(), 'a')).toMatchObject({ ok: false, refusal: { code: 'restarting' } })
})

/** Lets other things happen until the claim holds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}
