import { type Action, actions, type EditingRules, may } from '../../shared/access/index.ts'
import type { GroupAnswer } from '../../shared/protocol/index.ts'
import type { Phase } from '../../shared/record/index.ts'
import type { Entered } from './enterGroup.ts'
import type { Place } from './placeIn.ts'

/** A group as its people see it. */
export function groupAnswerOf({ file, place }: Entered): GroupAnswer {
  const { id, createdAt, outcomeKinds, ...group } = file.group
  return {
    ...group,
    groupId: id,
    outcomeKinds: [...outcomeKinds],
    createdAt: new Date(createdAt).toISOString(),
    you: you(place),
    rights: rightsOf(place, group.rules, null),
  }
}

/** What the caller is, for the browser to show or hide by; asked again with every action. */
export function you(place: Place): GroupAnswer['you'] {
  return { role: place.role, delegationId: place.delegationId, name: place.name }
}

/** All that this place allows now. */
export function rightsOf(place: Place, rules: EditingRules, phase: Phase | null): Action[] {
  return actions.filter((action) => may(place.role, action, { phase, rules }))
}
