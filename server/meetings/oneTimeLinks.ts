import { type Millis, ok, type Result, refuse } from '../../shared/base/index.ts'
import { newSecret, sha256 } from '../base/index.ts'
import type { OneTimeLink, PeopleFile } from '../storage/index.ts'
import type { Workspace } from './Workspace.ts'

const days = 24 * 3600 * 1000
const pages = { administrator: 'first', setPassword: 'set-password', resetPassword: 'set-password' } as const

/** A link as its receiver gets it: the secret stands behind `#`, so no server and no log ever sees it. */
export interface IssuedLink {
  readonly url: string
  readonly expiresAt: Millis
}

/** Issues a link that works once. An older one for the same purpose and account ends. */
export async function issueLink(at: Workspace, kind: OneTimeLink['kind'], accountId: string | null): Promise<IssuedLink> {
  const secret = newSecret(at.random)
  const now = at.clock.now()
  // A time is a time: the sum of one and a span.
  const expiresAt = (now + 7 * days) as Millis
  const link: OneTimeLink = { secretHash: sha256(secret), kind, accountId, expiresAt }
  const stored = await at.storage.directory.people.update((people) => {
    const others = people.links.filter((one) => one.expiresAt > now && !(sameAim(one.kind, kind) && one.accountId === accountId))
    return ok({ value: { ...people, links: [...others, link] }, result: null })
  })
  if (!stored.ok) throw new Error(`A link could not be stored: ${stored.refusal.message}`)
  return { url: `${at.publicUrl}/${pages[kind]}#${secret}`, expiresAt }
}

/** The link behind a secret, while it works. Looking has no effect. */
export function findLink(at: Workspace, kinds: readonly OneTimeLink['kind'][], secret: string): Result<OneTimeLink> {
  return linkIn(at.storage.directory.people.value, at.clock.now(), kinds, secret)
}

/** Uses the link up. Of two at the same moment one gets it. */
export function takeLink(at: Workspace, kinds: readonly OneTimeLink['kind'][], secret: string): Promise<Result<OneTimeLink>> {
  return at.storage.directory.people.update((people) => {
    const found = linkIn(people, at.clock.now(), kinds, secret)
    if (!found.ok) return found
    const links = people.links.filter((one) => one.secretHash !== found.value.secretHash)
    return ok({ value: { ...people, links }, result: found.value })
  })
}

function linkIn(people: PeopleFile, now: Millis, kinds: readonly OneTimeLink['kind'][], secret: string): Result<OneTimeLink> {
  const hash = sha256(secret)
  const link = people.links.find((one) => one.secretHash === hash && kinds.includes(one.kind))
  if (link === undefined) return refuse('notFound', 'This link does not work: it was used, replaced or never given out.')
  if (link.expiresAt <= now) return refuse('ended', 'This link has expired: ask for a new one.')
  return ok(link)
}

function sameAim(one: OneTimeLink['kind'], other: OneTimeLink['kind']): boolean {
  return pages[one] === pages[other]
}
