import { holdsPen } from '../../shared/access/index.ts'
import type { SessionState } from '../../shared/session/index.ts'
import type { Standing } from './face.ts'
import type { ReaderBecause } from './Member.ts'

/** Why somebody gets plain data instead of the document; null for those who hold a pen now. */
export function whyReader(standing: Standing, session: SessionState, isOutdated: boolean): ReaderBecause | null {
  const { role, group } = standing
  if (!holdsPen(role, { phase: session.phase, rules: group.rules })) return role === 'observer' ? 'role' : 'phase'
  return isOutdated ? 'outdated' : null
}
