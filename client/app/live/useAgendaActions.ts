import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { neighbours, type SessionState } from '../../../shared/session/index.ts'
import { agendaMove, useFollow, useItemRun } from '../../features/agenda/index.ts'
import { useEdit, useIsLive, useMay, useMeeting, useRun, useSession } from '../../store/index.ts'
import { type LiveActions, type LivePanel, only } from './liveActions.ts'
import type { Adding } from './useAdding.ts'

export interface AgendaFace {
  readonly item: ItemView | null
  readonly open: (id: ItemId) => void
  readonly adding: Adding
  readonly onPanel: (panel: LivePanel) => void
}

/** The ways through the agenda: one's own look at it, the order of items, and what the chair does with them and with the meeting. */
export function useAgendaActions({ item, open, adding, onPanel }: AgendaFace): LiveActions {
  const meeting = useMeeting()
  const edit = useEdit()
  const { returnToCurrent } = useFollow()
  const current = useSession((session) => session.current)
  const mayAgenda = useMay('record.editAgenda')
  const items = () => meeting.record.get()?.items ?? []
  const chair = useChairActions(item, onPanel)
  return {
    ...only({
      neighbour: (stroke) => {
        const shown = items().filter((one) => one.number !== null)
        const next = shown[shown.findIndex((one) => one.id === item?.id) + (stroke === 'j' ? 1 : -1)]
        if (next === undefined) return
        open(next.id)
        focusRow(next.id)
      },
      current: current !== null && returnToCurrent,
      addItem: mayAgenda && adding.addItem,
      moveItem:
        mayAgenda &&
        ((stroke) => {
          const id = focusedRow() ?? item?.id
          const moved = items().find((one) => one.id === id)
          const move = moved === undefined ? null : agendaMove(items(), moved.id, stroke === 'alt+ArrowUp' ? 'up' : 'down')
          if (move !== null && edit(move)) focusRow(move.id)
        }),
    }),
    ...chair,
  }
}

function useChairActions(item: ItemView | null, onPanel: (panel: LivePanel) => void): LiveActions {
  const meeting = useMeeting()
  const run = useRun()
  const items = useItemRun()
  const isLive = useIsLive()
  const session = useSession(pickChair)
  const mayRun = useMay('session.run')
  const mayAmend = useMay('session.amend')
  const mayHide = useMay('observers.close')
  const mayOpen = useMay('session.open')
  const maySuspend = useMay('session.suspend')
  const mayResume = useMay('session.resume')
  const mayClose = useMay('session.close')
  if (!isLive || session === null) return {}
  const all = meeting.record.get()?.items ?? []
  const around = neighbours(session, all)
  const isCurrent = item !== null && session.current === item.id
  const isDone = item !== null && (item.progress === 'closed' || item.progress === 'putOff')
  return only({
    moveOn: mayRun && (session.current !== null || around.next !== null) && items.next,
    goBack: mayRun && around.back !== null && items.back,
    openItem: mayRun && item !== null && !isCurrent && (() => items.open(item.id)),
    closeItem: mayRun && item !== null && item.progress === 'begun' && (() => items.close(item.id)),
    putOffItem: mayAmend && item !== null && !isDone && (() => items.putOff(item.id)),
    reopenItem: mayAmend && item !== null && isDone && (() => items.reopen(item.id)),
    hideItem: mayHide && item !== null && !item.closed && (() => items.closeToObservers(item.id, true)),
    unhideItem:
      mayHide && item !== null && session.closedItems.includes(item.id) && (() => items.closeToObservers(item.id, false)),
    openMeeting: mayOpen && (() => void run({ kind: 'meeting.open' })),
    suspend: maySuspend && (() => void run({ kind: 'meeting.suspend' })),
    resume: mayResume && (() => void run({ kind: 'meeting.resume' })),
    closeMeeting: mayClose && (() => onPanel('close')),
    hideMeeting: mayHide && !session.closed && (() => void run({ kind: 'meeting.closeToObservers', closed: true })),
    unhideMeeting: mayHide && session.closed && (() => void run({ kind: 'meeting.closeToObservers', closed: false })),
  })
}

const pickChair = ({ current, proceedings, closed, closedItems }: SessionState) => ({ current, proceedings, closed, closedItems })

function focusedRow(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null
}

/** After the list has been drawn in its new order. */
function focusRow(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-item-link="${id}"]`)?.focus({ preventScroll: false })
  })
}
