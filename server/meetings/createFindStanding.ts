import { ok } from '../../shared/base/index.ts'
import type { FindStanding } from '../rooms/index.ts'
import { enterMeeting } from './enterMeeting.ts'
import type { Workspace } from './Workspace.ts'

/** What the rooms ask when somebody comes in or their rights may have changed. */
export function createFindStanding(at: Pick<Workspace, 'storage' | 'clock'>): FindStanding {
  return async (caller, meetingId) => {
    const entered = await enterMeeting(at, caller, meetingId, 'record.read')
    if (!entered.ok) return entered
    const { file, place } = entered.value
    const delegation = file.delegations.find((one) => one.id === place.delegationId) ?? null
    return ok({ role: place.role, delegation, group: file.group, delegations: file.delegations })
  }
}
