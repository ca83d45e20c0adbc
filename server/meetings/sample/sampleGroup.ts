import type { Delegation, Group } from '../../storage/index.ts'
import { newGroup } from '../createGroup.ts'
import type { Workspace } from '../Workspace.ts'
import source from './universalization-2002.json' with { type: 'json' }

/**
 * The group of the sample, word for word as the data file has it. The file is our own reading of one public source, the
 * Coordinator's statement of 2002; what the source does not say is null there, and stays unknown here.
 */
export function sampleGroup(at: Pick<Workspace, 'newId' | 'clock'>): Group {
  const { name, purpose, open_to: openTo, meets } = source.group
  return { ...newGroup(at, name), purpose, openTo, meets, convention: source.convention.name, sample: true }
}

/** The delegations that the source names. It does not say which party status they had; a state's regional group at the United Nations is known. */
export function sampleDelegations(at: Pick<Workspace, 'newId'>): readonly Delegation[] {
  const none = { partyStatus: null, region: null } as const
  return [
    {
      id: at.newId(),
      name: source.coordinator.state,
      code: 'CAN',
      type: 'state',
      membership: 'member',
      ...none,
      region: 'Western European and other States',
    },
    { id: at.newId(), name: 'ICBL', code: 'ICBL', type: 'ngo', membership: 'member', ...none },
    { id: at.newId(), name: 'ICRC', code: 'ICRC', type: 'internationalOrganization', membership: 'member', ...none },
    { id: at.newId(), name: 'United Nations', code: 'UN', type: 'unEntity', membership: 'member', ...none },
  ]
}
