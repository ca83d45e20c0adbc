import { useMay, useMe, useMeeting } from '../../store/index.ts'
import { useTheme } from '../../ui/index.ts'
import { useGo } from '../router/useGo.ts'
import { useParams } from '../router/useParams.ts'
import { type LiveActions, type LivePanel, only } from './liveActions.ts'

/** What concerns the page as a whole: its panels, its other views, light and dark, taking back. */
export function usePageActions(onPanel: (panel: LivePanel) => void): LiveActions {
  const meeting = useMeeting()
  const go = useGo()
  const { meetingId } = useParams('/m/$meetingId')
  const [isDark, choose] = useTheme()
  const me = useMe()
  const mayShare = useMay('seats.manage')
  const mayHead = useMay('meeting.editHead')
  const mayWrite = useMay('record.editAgenda')
  return only({
    search: () => onPanel('palette'),
    keyboard: () => onPanel('keys'),
    share: mayShare && (() => onPanel('share')),
    theme: () => choose(isDark ? 'light' : 'dark'),
    undo: mayWrite && ((stroke) => (stroke === 'ctrl+z' || stroke === '' ? meeting.undo() : meeting.redo())),
    project: mayProject(me) && (() => window.open(projectorOf(meetingId), '_blank', 'noopener')),
    readRecord: () => go(`/m/${meetingId}/record`),
    editHead: mayHead && (() => go(`/m/${meetingId}/head`)),
  })
}

/** Observers have the address like everybody; the button is not theirs, as in the design. */
export function mayProject(me: { readonly role: string } | null): boolean {
  return me !== null && me.role !== 'observer'
}

/** The address of the wall. */
export function projectorOf(meetingId: string): string {
  return `/m/${meetingId}/projector`
}
