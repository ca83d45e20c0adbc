import { createLog, createNewId, createReportFault, systemClock, systemRandom } from '../../server/base/index.ts'
import { createAdministrator, createTokenFor, openWorkspace } from '../../server/meetings/index.ts'
import { openEmbedded } from '../../server/storage/embedded/openEmbedded.ts'
import { makeArchive } from '../support/makeArchive.ts'

/** A data folder full of records, with an administrator who is in every group; answers with a token of theirs. */
export async function makeArchiveFolder(dataDir: string, { records, groups }: { records: number; groups: number }) {
  const [clock, random, log] = [systemClock(), systemRandom(), createLog({ level: 'warn' })]
  const newId = createNewId(random)
  const storage = await openEmbedded({ dataDir, clock, log, random })
  const at = await openWorkspace({
    storage,
    clock,
    random,
    log,
    reportFault: createReportFault(log, newId),
    publicUrl: 'http://127.0.0.1',
  })
  const who = { email: 'bench@example.org', name: 'Bench', password: 'a long enough password' }
  const account = await createAdministrator(at, who)
  if (!account.ok) throw new Error(account.refusal.message)
  const member = {
    id: newId(),
    accountId: account.value.id,
    email: who.email,
    name: who.name,
    role: 'coordinator' as const,
    delegationId: null,
  }
  const made = await makeArchive(storage, {
    records,
    groups,
    paragraphs: 40,
    seed: 7,
    closedEvery: 20,
    members: [{ ...member, id: newId() }],
  })
  const token = await createTokenFor(at, account.value.id, null)
  if (!token.ok) throw new Error(token.refusal.message)
  await at.rooms.close()
  await storage.close()
  return { token: token.value.token, meetingId: made.meetingIds[0], groupId: made.groupIds[0] }
}
