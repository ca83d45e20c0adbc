import { holdsPen } from '../../shared/access/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Standing } from './face.ts'
import { isScreen, type Member, type ReaderBecause } from './Member.ts'
import type { CameAs } from './Side.ts'

/** Why somebody gets plain data instead of the document; null for those who hold a pen now. */
export function whyReader(standing: Standing, session: SessionState, { isOutdated, isScreen }: CameAs): ReaderBecause | null {
  if (isScreen) return 'screen'
  const { role, group } = standing
  if (!holdsPen(role, { phase: session.phase, rules: group.rules })) return role === 'observer' ? 'role' : 'phase'
  return isOutdated ? 'outdated' : null
}

/** The members who would hold a pen, or hold none, otherwise than they came in as. */
export function withOtherPen(members: Iterable<Member>, session: SessionState): Member[] {
  return [...members].filter((member) => {
    const cameAs = { isOutdated: member.isOutdated, isScreen: isScreen(member) }
    return whyReader(member.standing, session, cameAs) !== member.readerBecause
  })
}
