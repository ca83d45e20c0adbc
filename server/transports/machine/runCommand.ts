import { never, type Result } from '../../../shared/base/index.ts'
import { claimAdministratorBody } from '../../../shared/protocol/index.ts'
import { createAdministrator, createTokenFor, loadSampleFor, type Workspace } from '../../meetings/index.ts'
import { checkDocument, checkVersion } from '../../rooms/index.ts'
import type { Command, CommandOutcome } from './command.ts'

/** Runs a command of whoever owns the machine and the data folder; no further right is asked. */
export async function runCommand(at: Workspace, command: Command): Promise<CommandOutcome> {
  switch (command.kind) {
    case 'admin.create': {
      if (!claimAdministratorBody.shape.password.safeParse(command.password).success) {
        return refused('The password must have 10 to 128 characters.')
      }
      const made = await createAdministrator(at, command)
      return outcome(made, (account) => ({ accountId: account.id, email: account.email, name: account.name }))
    }
    case 'token.create': {
      const account = at.accounts.findByEmail(command.email)
      if (account === null) return refused('There is no account with that e-mail address.')
      return outcome(await createTokenFor(at, account.id, command.days), (made) => made)
    }
    case 'sample.load': {
      const { administrators } = at.storage.directory.people.value
      const accounts = administrators.map((id) => at.accounts.find(id)).filter((account) => account !== null)
      return outcome(await loadSampleFor(at, accounts), (loaded) => loaded)
    }
    case 'verify': {
      const found = await at.storage.verify(checkDocument, checkVersion)
      const index = await at.archive.verify()
      const stale = [...index.damaged, ...index.others.map((meetingId) => `search index of ${meetingId}`)]
      const damaged = [...found.damaged, ...stale.map((what) => ({ what, why: 'the search index has to be rebuilt' }))]
      const line = damaged.length === 0 ? null : `Damaged: ${damaged.map((one) => one.what).join(', ')}`
      const { meetings, passages } = index
      return { exit: damaged.length === 0 ? 0 : 1, print: { ...found, damaged, index: { meetings, passages } }, line }
    }
    case 'index.rebuild':
      return { exit: 0, print: await at.archive.rebuild(), line: null }
    default:
      return never(command)
  }
}

function outcome<T>(result: Result<T>, print: (value: T) => unknown): CommandOutcome {
  return result.ok ? { exit: 0, print: print(result.value), line: null } : refused(result.refusal.message)
}

function refused(line: string): CommandOutcome {
  return { exit: 1, print: null, line }
}
