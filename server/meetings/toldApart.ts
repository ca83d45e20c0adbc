import { skeletonOf } from '../../shared/base/index.ts'
import type { GroupFile } from '../storage/index.ts'
import type { Workspace } from './Workspace.ts'

/** Everybody of a group who may stand in a list with somebody else; without the one account that is to be named. */
export function namesIn(
  at: Pick<Workspace, 'accounts'>,
  { members, guests }: GroupFile,
  but: string | null = null,
): readonly string[] {
  const others = members.filter(({ accountId }) => accountId !== but)
  return [...others.flatMap(({ accountId }) => at.accounts.find(accountId)?.name ?? []), ...guests.map(({ name }) => name)]
}

/** B10: nobody comes in under a name that looks like somebody's who is here; the second is told apart by a number. */
export function toldApart(name: string, names: readonly string[]): string {
  const taken = new Set(names.map(skeletonOf))
  let shown = name
  for (let number = 2; taken.has(skeletonOf(shown)); number += 1) shown = `${name} (${number})`
  return shown
}

/** Somebody's name that looks like this one though it is written with other letters: no namesake's, who is let in. */
export function lookAlikeOf(name: string, names: readonly string[]): string | null {
  const spelt = spellingOf(name)
  return names.find((other) => skeletonOf(other) === skeletonOf(name) && spellingOf(other) !== spelt) ?? null
}

/** The letters of a name, as people spell it out: accents, case, spaces and points are no matter. */
function spellingOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Z}\p{P}]/gu, '')
    .toLowerCase()
}
