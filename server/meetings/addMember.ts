import type { Caller, Role } from '../../shared/access/index.ts'
import { ok, type Result, refuse } from '../../shared/base/index.ts'
import type { CreatedMemberAnswer } from '../../shared/protocol/index.ts'
import type { GroupFile, Member } from '../storage/index.ts'
import type { Account } from './accounts/Accounts.ts'
import { delegationOf } from './delegationOf.ts'
import { changeGroupFile, enterGroup } from './enterGroup.ts'
import { mayIssueLink } from './mayIssueLink.ts'
import { memberAnswerOf } from './memberAnswer.ts'
import { issueLink } from './oneTimeLinks.ts'
import { lookAlikeOf, namesIn, toldApart } from './toldApart.ts'
import type { Workspace } from './Workspace.ts'

interface NewMember {
  readonly email: string
  readonly name?: string | undefined
  readonly role: Role
  readonly delegationId?: string | undefined
}
/** So many members may one group have. */
const most = 2000

/** Adds somebody by e-mail address. Who has no password yet gets a one-time link, which the coordinator hands on. */
export async function addMember(
  at: Workspace,
  caller: Caller,
  groupId: string,
  body: NewMember,
): Promise<Result<CreatedMemberAnswer>> {
  // Asked first, so that nobody without the right makes accounts; and again below, when the member's turn has come.
  const entered = await enterGroup(at, caller, groupId, 'members.manage')
  if (!entered.ok) return entered
  const fits = check(entered.value.file, body)
  if (!fits.ok) return fits
  const account = await accountFor(at, body, entered.value.file)
  if (!account.ok) return account

  const added = await changeGroupFile(at, caller, groupId, 'members.manage', (now) => {
    const delegationId = check(now.file, body)
    if (!delegationId.ok) return delegationId
    if (now.file.members.some((one) => one.accountId === account.value.id)) return alreadyThere()
    const { id: accountId, email, name } = account.value
    const alike = lookAlikeOf(name, namesIn(at, now.file))
    if (alike !== null)
      return refuse('conflict', `The name of that account (${name}) looks like that of ${alike}, who is in this group.`)
    const member: Member = { id: at.newId(), accountId, email, name, role: body.role, delegationId: delegationId.value }
    const file = { ...now.file, members: [...now.file.members, member] }
    return ok({ file, result: memberAnswerOf(at, { ...now, file }, member) })
  })
  if (!added.ok) return added
  if (!added.value.pending || !(await mayIssueLink(at, caller, account.value.id)))
    return ok({ ...added.value, url: null, expiresAt: null })
  const link = await issueLink(at, 'setPassword', account.value.id)
  return ok({ ...added.value, url: link.url, expiresAt: new Date(link.expiresAt).toISOString() })
}

function check(file: GroupFile, body: NewMember): Result<Member['delegationId']> {
  if (file.members.some((one) => one.email === body.email.toLowerCase())) return alreadyThere()
  if (file.members.length >= most) return refuse('overLimit', `A group has at most ${most} members.`)
  return delegationOf(file, body.delegationId ?? null)
}

function alreadyThere() {
  return refuse('conflict', 'That person is a member already.')
}

async function accountFor(at: Workspace, body: NewMember, file: GroupFile): Promise<Result<Account>> {
  const known = at.accounts.findByEmail(body.email)
  if (known !== null) return ok(known)
  // Until they set their password and name themselves, the part before the @ stands for the name.
  const name = body.name ?? body.email.split('@')[0] ?? body.email
  return at.accounts.create({ email: body.email, name: toldApart(name, namesIn(at, file)) })
}
