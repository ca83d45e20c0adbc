import type { Millis } from '../../shared/base/index.ts'
import { useMeeting } from './MeetingProvider.tsx'
import { useReadable, useSelected } from './useReadable.ts'

/** The hour at the server, as of its last full second: the component is drawn again at each. */
export function useServerNow(): Millis {
  return useReadable(useMeeting().seconds)
}

/** Something that depends on the hour; drawn again only when the answer changes. */
export function useByServerNow<Part>(select: (now: Millis) => Part): Part {
  return useSelected(useMeeting().seconds, select)
}
