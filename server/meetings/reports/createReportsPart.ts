import { ok, refuse } from '../../../shared/base/index.ts'
import type { ReportsPart } from '../../rooms/index.ts'
import type { Workspace } from '../Workspace.ts'
import { findReport, mayRead } from './enterReport.ts'
import { readSources } from './reportInput.ts'

/** What the rooms ask about reports. The workspace is asked when it is needed: the rooms are a part of it. */
export function createReportsPart(at: () => Pick<Workspace, 'storage' | 'clock' | 'rooms'>): ReportsPart {
  return {
    findStanding: async (caller, reportId) => {
      const found = await findReport(at(), caller, reportId)
      if (!found.ok) return found
      const { file, place } = found.value
      if (!mayRead(found.value)) return refuse('forbidden', 'Your role in this group does not read reports.')
      const delegation = file.delegations.find((one) => one.id === place.delegationId) ?? null
      return ok({ role: place.role, delegation, group: file.group, delegations: file.delegations })
    },
    readSources: (report) => readSources(at(), report),
  }
}
