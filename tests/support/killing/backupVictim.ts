import { createLog, createNewId, createReportFault, systemClock, systemRandom } from '../../../server/base/index.ts'
import { openWorkspace } from '../../../server/meetings/index.ts'
import { openStorage } from '../../../server/storage/index.ts'
import { createCommandDoor, socketPath } from '../../../server/transports/index.ts'
import type { DocumentId } from '../../../shared/base/index.ts'
import { ok } from '../../../shared/base/index.ts'

/** What the process tells, only after storage acknowledged it. */
export type BackupTold =
  | { readonly kind: 'open' }
  | { readonly kind: 'stored'; readonly documentId: string; readonly content: string }
  | { readonly kind: 'people'; readonly count: number }

// A server's storage under load, with the command line's door, and nothing else.
const [dataDir = '', rooms = '4'] = process.argv.slice(2)
const [clock, random, log] = [systemClock(), systemRandom(), createLog({ level: 'silent' })]
const newId = createNewId(random)
const reportFault = createReportFault(log, newId)
const storage = await openStorage({ dataDir, clock, random, log })
const at = await openWorkspace({ storage, clock, random, log, reportFault, publicUrl: 'http://127.0.0.1:3000' })
await createCommandDoor(socketPath(dataDir) ?? '', at, reportFault)
tell({ kind: 'open' })
await Promise.all([...Array.from({ length: Number(rooms) }, () => write()), sign()])

function tell(told: BackupTold): void {
  process.send?.(told)
}

/** One document after the other gets forty lines, is compacted, and forty more. */
async function write(): Promise<never> {
  for (;;) {
    const documentId = newId<DocumentId>()
    await storage.documents.create(documentId, 'record', new Uint8Array())
    let whole = ''
    for (let turn = 1; turn <= 80; turn++) {
      const content = `${newId()} ${'.'.repeat(Math.floor(Math.random() * 400))}\n`
      whole += content
      const frame = new TextEncoder().encode(content)
      await storage.documents.append(documentId, { after: turn, frame, bindings: [], asides: [], authors: [] })
      tell({ kind: 'stored', documentId, content })
      if (turn === 40) await storage.documents.compact(documentId, 41, new TextEncoder().encode(whole))
    }
  }
}

async function sign(): Promise<never> {
  for (;;) {
    const signed = await storage.directory.people.update((people) => {
      const administrators = [...people.administrators, newId()]
      return ok({ value: { ...people, administrators }, result: administrators.length })
    })
    if (signed.ok) tell({ kind: 'people', count: signed.value })
  }
}
