import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MeetingRecord } from '../../../shared/record/index.ts'
import { useAsides, useConnection, useMeeting, useRecord, useShelved } from '../../store/index.ts'
import { ApiRefused, api, queries } from '../../sync/index.ts'
import { useToast } from '../../ui/index.ts'
import { useProblem } from '../../words/index.ts'
import { type AsideEntry, asideEntries } from './asideEntries.ts'

export interface AsideEntries {
  readonly entries: readonly AsideEntry[]
  readonly letGo: (entry: AsideEntry) => void
}

const noTexts = [] as const

/** What is kept aside on this device and, while the line stands, at the server. */
export function useAsideEntries(): AsideEntries {
  const meeting = useMeeting()
  const meetingId = useRecord(idOf) ?? ''
  const device = useAsides()
  const { count, turn } = useShelved()
  const isShown = useConnection().kind === 'live' && count > 0 && meetingId !== ''
  const answer = useQuery({ ...queries.asides(meetingId, turn), enabled: isShown, placeholderData: keepPreviousData, gcTime: 0 })
  const server = (isShown ? answer.data : null) ?? noTexts
  /** Let go of here; the server's word that they are gone comes a moment later. */
  const [ended, setEnded] = useState<readonly string[]>([])
  const toast = useToast()
  const problem = useProblem()
  const ending = useMutation({
    mutationFn: (asideIds: readonly string[]) => Promise.all(asideIds.map((asideId) => endOne(meetingId, asideId))),
    onError: (error, asideIds) => {
      setEnded((before) => before.filter((id) => !asideIds.includes(id)))
      toast(problem(error).sentence)
    },
  })
  const entries = useMemo(() => {
    const standing = server.filter(({ asideId }) => !ended.includes(asideId))
    return asideEntries(device, standing)
  }, [device, server, ended])
  return {
    entries,
    letGo: ({ deviceKey, asideIds }) => {
      if (deviceKey !== null) void meeting.dropAside(deviceKey)
      if (asideIds.length === 0) return
      setEnded((before) => [...before, ...asideIds])
      ending.mutate(asideIds)
    },
  }
}

/** Somebody else may have settled it meanwhile: then it is gone, as was asked. */
async function endOne(meetingId: string, asideId: string): Promise<void> {
  try {
    await api.letGoAside(meetingId, asideId)
  } catch (error) {
    if (!(error instanceof ApiRefused && error.code === 'notFound')) throw error
  }
}

function idOf(record: MeetingRecord): string {
  return record.meetingId
}
