import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../server/base/index.ts'
import { createExporter } from '../../../server/exports/index.ts'
import { scriptsRecord } from '../../support/exports/scriptsRecord.ts'
import { exportWorker } from '../../support/exportWorker.ts'
import { must } from '../../support/storageSamples.ts'

test('[EXP85] a record of 40 paragraphs is a DOCX in under 300 ms and a PDF in under a second, once the thread is warm', async () => {
  const exporter = createExporter({ clock: systemClock(), worker: exportWorker })
  onTestFinished(() => exporter.close())
  const lines: string[] = []
  const best: Record<string, number> = {}
  for (const name of ['record.docx', 'record.pdf', 'record.html', 'record.md', 'record.json'] as const) {
    const times: number[] = []
    for (let round = 0; round < 9; round += 1) {
      const ask = { kind: 'record' as const, name, ...scriptsRecord() }
      const began = performance.now()
      must(await exporter.render(ask, 'a'))
      times.push(performance.now() - began)
    }
    // Other work on the machine makes it slower, and nothing makes it faster than it is.
    best[name] = Math.min(...times.slice(1))
    const median = times.slice(1).sort((a, b) => a - b)[4] ?? 0
    lines.push(
      `${name.padEnd(12)} first ${times[0]?.toFixed(0)} ms, warm median ${median.toFixed(0)} ms, best ${best[name].toFixed(0)} ms`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
  expect(best['record.docx']).toBeLessThan(300)
  expect(best['record.pdf']).toBeLessThan(1_000)
})
