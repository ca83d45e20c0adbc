import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../../server/base/index.ts'
import { createLedgers, type LedgerAsk } from '../../../server/meetings/ledgers/createLedgers.ts'
import { openStorage, type Storage } from '../../../server/storage/index.ts'
import { type CommandId, type GroupId, ok, refuse } from '../../../shared/base/index.ts'
import { bundleForChild } from '../../support/killing/bundleForChild.ts'
import type { LedgerTold } from '../../support/killing/ledgerVictim.ts'
import { Victim } from '../../support/killing/Victim.ts'
import { ManualClock } from '../../support/ManualClock.ts'
import { codeOf, group, must, newId } from '../../support/storageSamples.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

const log = createLog({ level: 'silent' })
const rounds = Number(process.env.KILL_ROUNDS ?? 10)

async function opened(dataDir = temporaryFolder(), file = group()) {
  const clock = new ManualClock()
  const storage = await openStorage({ dataDir, clock, log })
  onTestFinished(() => storage.close())
  await storage.directory.createGroup(file)
  return { storage, clock, groupId: file.group.id }
}

/** Saves a template under its own id: what stands in the ledger tells which commands were applied, and in which order. */
function ask(id = newId<CommandId>()): LedgerAsk {
  const by = { role: null, name: null, delegation: null, type: null, person: null }
  return {
    id,
    decide: ({ templates }, at) => {
      // The rules see what was stated a moment ago, by whichever process.
      if (templates.some((one) => one.id === id)) return refuse('conflict', 'Twice')
      return ok([{ kind: 'template.saved', template: { id, name: `${templates.length}`, items: [], at, by } }])
    },
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

test('[REG60] two hundred commands at once through two processes of one store are each applied once, decided on what stood before', async () => {
  const { storage, clock, groupId } = await opened()
  const nodes = [createLedgers({ storage, clock }), createLedgers({ storage, clock })]
  const asks = Array.from({ length: 200 }, () => ask())
  // Every command goes to both, as one that is sent again after a cut line may.
  const answers = await Promise.all(asks.flatMap((one) => nodes.map((node) => node.command(groupId, one))))
  const seqs = answers.map((answer) => must(answer).seq)
  for (let n = 0; n < seqs.length; n += 2) expect(seqs[n]).toBe(seqs[n + 1])
  expect([...new Set(seqs)].sort((one, other) => one - other)).toEqual(numbers(200))
  for (const node of nodes) {
    const { seq, templates } = await node.read(groupId)
    expect(seq).toBe(200)
    // Each counted those before it: none was decided on a state that was not the last.
    expect(templates.map(({ name }) => name)).toEqual(numbers(200).map((n) => `${n - 1}`))
  }
  expect((await storage.verify()).damaged).toEqual([])
})

test('[REG61] a command that is sent again answers as it did the first time, in one batch as after a restart; a refusal takes no number', async () => {
  const dataDir = temporaryFolder()
  const file = group()
  const { storage, clock, groupId } = await opened(dataDir, file)
  const ledgers = createLedgers({ storage, clock })
  const [one, no] = [ask(), { id: newId<CommandId>(), decide: () => refuse('conflict', 'No') }]
  const [first, refused, second, other] = await Promise.all([one, no, one, ask()].map((each) => ledgers.command(groupId, each)))
  expect([first, second, other].map((each) => each && must(each).seq)).toEqual([1, 1, 2])
  expect(refused && codeOf(refused)).toBe('conflict')
  await storage.close()
  const again = await opened(dataDir, file)
  const later = createLedgers({ storage: again.storage, clock: again.clock })
  expect(must(await later.command(groupId, one)).seq).toBe(1)
  expect((await later.read(groupId)).seq).toBe(2)
})

test('[REG62] time in a ledger never goes back, whatever the clock of the machine does', async () => {
  const { storage, clock, groupId } = await opened()
  const ledgers = createLedgers({ storage, clock })
  await ledgers.command(groupId, ask())
  clock.step(-3_600_000)
  await ledgers.command(groupId, ask())
  clock.step(7_200_000)
  await createLedgers({ storage, clock }).command(groupId, ask())
  const { entries } = await storage.ledgers.read(groupId)
  expect(entries.map(({ at }) => at - (entries[0]?.at ?? 0))).toEqual([0, 0, 3_600_000])
})

test('[REG63] what cannot be stored is answered as a failure, leaves nothing in memory, and goes through once storing works again', async () => {
  const { storage, clock, groupId } = await opened()
  let isBroken = true
  const breaking: Pick<Storage, 'ledgers' | 'health'> = {
    health: () => storage.health(),
    ledgers: {
      read: (...args) => storage.ledgers.read(...args),
      appliedCommand: (...args) => storage.ledgers.appliedCommand(...args),
      append: (...args) => (isBroken ? Promise.reject(new Error('The disk said no')) : storage.ledgers.append(...args)),
    },
  }
  const ledgers = createLedgers({ storage: breaking, clock })
  const one = ask()
  const both = await Promise.allSettled([ledgers.command(groupId, one), ledgers.command(groupId, ask())])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect((await ledgers.read(groupId)).seq).toBe(0)
  isBroken = false
  expect(must(await ledgers.command(groupId, one)).seq).toBe(1)
  const full = createLedgers({
    storage: { ...breaking, health: () => ({ saving: false, reason: 'ENOSPC', late: false }) },
    clock,
  })
  expect(codeOf(await full.command(groupId, ask()))).toBe('notSaving')
})

test(
  '[REG64] of a process killed in the middle of commands nothing answered is lost, and nothing is applied twice when it is sent again',
  async () => {
    const bundle = await bundleForChild('tests/support/killing/ledgerVictim.ts')
    const dataDir = temporaryFolder()
    const file = group()
    const prepared = await openStorage({ dataDir, clock: new ManualClock(), log })
    must(await prepared.directory.createGroup(file))
    await prepared.close()
    const sent = new Map<CommandId, number | null>()
    let open = 0
    for (let round = 0; round < rounds; round += 1) {
      await untilKilled(bundle, [dataDir, file.group.id], sent)
      open += [...sent.values()].filter((seq) => seq === null).length
      const storage = await openStorage({ dataDir, clock: new ManualClock(), log })
      const ledgers = createLedgers({ storage, clock: new ManualClock() })
      for (const [id, seq] of sent) {
        const again = must(await ledgers.command(file.group.id, { id, decide: () => ok([{ kind: 'fact.withdrawn', fact: id }]) }))
        if (seq !== null) expect(again.seq).toBe(seq)
        sent.set(id, again.seq)
      }
      const { seq, entries } = await storage.ledgers.read(file.group.id)
      // Every command once, and no number for nothing.
      expect(seq).toBe(sent.size)
      expect(new Map(entries.map((entry) => [entry.commandId, entry.seq]))).toEqual(sent)
      expect((await storage.verify()).damaged).toEqual([])
      await storage.close()
    }
    // Kills between commands prove little: some must have had no answer.
    expect(open).toBeGreaterThan(rounds)
  },
  60_000 + rounds * 15_000,
)

/** Lets the process state things until a random number of answers came, then kills it. */
async function untilKilled(bundle: string, args: [string, GroupId], sent: Map<CommandId, number | null>): Promise<void> {
  let answers = 0
  const enough = 3 + Math.floor(Math.random() * 25)
  let reached: () => void = () => undefined
  const reaching = new Promise<void>((resolve) => {
    reached = resolve
  })
  const victim = new Victim<LedgerTold>({
    bundle,
    args: [...args, '4'],
    onTold(told) {
      if (told.kind === 'sent') sent.set(told.id, null)
      else {
        sent.set(told.id, told.seq)
        answers += 1
        if (answers >= enough) reached()
      }
    },
  })
  const died = victim.exited().then(() => {
    throw new Error(`The process ended by itself: ${victim.output()}`)
  })
  await Promise.race([reaching, died])
  await Promise.all([victim.kill(), died.catch(() => undefined)])
}
