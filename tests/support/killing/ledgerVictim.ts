import { createLog, createNewId, systemClock, systemRandom } from '../../../server/base/index.ts'
import { createLedgers } from '../../../server/meetings/ledgers/createLedgers.ts'
import { openStorage } from '../../../server/storage/index.ts'
import type { CommandId, GroupId } from '../../../shared/base/index.ts'
import { ok } from '../../../shared/base/index.ts'

/** What the process tells: `sent` before a command, `done` only after its answer. */
export type LedgerTold =
  | { readonly kind: 'sent'; readonly id: CommandId }
  | { readonly kind: 'done'; readonly id: CommandId; readonly seq: number }

const [dataDir = '', groupId = '', writers = '4'] = process.argv.slice(2)
const newId = createNewId(systemRandom())
const clock = systemClock()

function tell(told: LedgerTold): void {
  process.send?.(told)
}

const storage = await openStorage({ dataDir, clock, log: createLog({ level: 'silent' }) })
const ledgers = createLedgers({ storage, clock })

/** States one thing after the other, until the process dies. */
async function write(): Promise<never> {
  for (;;) {
    const id = newId<CommandId>()
    tell({ kind: 'sent', id })
    // The parent made the group's id.
    const done = await ledgers.command(groupId as GroupId, { id, decide: () => ok([{ kind: 'fact.withdrawn', fact: id }]) })
    if (!done.ok) throw new Error(done.refusal.message)
    tell({ kind: 'done', id, seq: done.value.seq })
  }
}

await Promise.all(Array.from({ length: Number(writers) }, write))
