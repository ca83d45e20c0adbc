import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import { type FloorRequest, isOwnRequest } from '../../../shared/session/index.ts'
import { useIsLive, useMe, useRun } from '../../store/index.ts'
import { type Landing, useDrag, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { type FloorMove, floorDrop, floorMove } from './floorMove.ts'
import { RowMenu } from './RowMenu.tsx'
import { rowLabels } from './rowLabels.ts'
import { useFew } from './useFew.ts'
import { WaitingRow } from './WaitingRow.tsx'

export interface WaitingListProps {
  readonly requests: readonly FloorRequest[]
  /** The chair orders the list: by drag, Alt and arrows, or menu. */
  readonly mayRun: boolean
}

/** Who waits, in the order of calling. For the chair one stop for Tab with arrows inside, however long it is. */
export function WaitingList({ requests, mayRun }: WaitingListProps) {
  const { t } = useWords('floor')
  const run = useRun()
  const me = useMe()
  const isLive = useIsLive()
  const list = useRef<HTMLOListElement>(null)
  const opener = useRef<HTMLElement | null>(null)
  const refocus = useRef<string | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const [opened, setOpened] = useState<CommandId | null>(null)
  const help = useId()
  const move = useCallback(
    (step: FloorMove | null) => {
      if (step !== null) void run({ kind: 'floor.move', ...step })
    },
    [run],
  )
  // What the rows are given stays the same while the list changes: a row is drawn again only when it is another one.
  const latest = useRef({ requests, isLive })
  useEffect(() => {
    latest.current = { requests, isLive }
  })
  const drop = useCallback(
    (id: string, landing: Landing) => {
      const now = latest.current.requests
      const moved = now.find((request) => request.id === id)
      if (moved !== undefined) move(floorDrop(now, moved.id, landing.id, landing.side))
    },
    [move],
  )
  const drag = useDrag(drop)
  // A row that has been moved by its own key keeps the focus in its new place.
  useLayoutEffect(() => {
    const { current } = refocus
    if (current === null || document.activeElement !== document.body) return
    refocus.current = null
    list.current?.querySelector<HTMLElement>(`[data-speaker="${current}"]`)?.focus()
  })
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, id: CommandId) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      event.stopPropagation()
      if (event.altKey) {
        refocus.current = id
        const here = latest.current
        if (here.isLive) move(floorMove(here.requests, id, step === 1 ? 'down' : 'up'))
        return
      }
      const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-speaker]') ?? [])]
      stops[stops.findIndex((one) => one.dataset.speaker === id) + step]?.focus()
    },
    [move],
  )
  const onMenu = useCallback((id: CommandId, button: HTMLElement) => {
    opener.current = button
    setOpened(id)
  }, [])
  const onWithdraw = useCallback((id: CommandId) => void run({ kind: 'floor.withdraw', request: id }), [run])
  // The buttons around the list follow at once; a call that moves up two hundred is drawn between the frames.
  const listed = useDeferredValue(requests)
  const drawn = useFew(listed)
  const labelOf = useMemo(() => rowLabels(t), [t])
  const tabStop = listed.some((request) => request.id === stop) ? stop : (listed[0]?.id ?? null)
  const shown = requests.find((request) => request.id === opened) ?? null
  const { dragged, landing, grip } = drag
  // Made anew only when the list is another one, not with each word of the buttons around it.
  const rows = useMemo(() => {
    const who = me === null ? null : { person: me.personId, delegationId: me.delegationId }
    return drawn.map((request, index) => (
      <WaitingRow
        key={request.id}
        t={t}
        labelOf={labelOf}
        request={request}
        place={index + 1}
        isMine={me !== null && request.person === me.personId}
        mayWithdraw={who !== null && isOwnRequest(request, who)}
        mayRun={mayRun}
        isOff={!isLive}
        isStop={request.id === tabStop}
        isDragged={dragged === request.id}
        landing={landing?.id === request.id ? landing.side : null}
        grip={grip}
        onKey={onKey}
        onStop={setStop}
        onMenu={onMenu}
        onWithdraw={onWithdraw}
      />
    ))
  }, [drawn, t, labelOf, me, mayRun, isLive, tabStop, dragged, landing, grip, onKey, onMenu, onWithdraw])
  return (
    <>
      <ol ref={list} aria-describedby={mayRun && requests.length > 0 ? help : undefined}>
        {rows}
      </ol>
      {mayRun ? (
        <VisuallyHidden>
          <span id={help}>{t('keyHelp')}</span>
        </VisuallyHidden>
      ) : null}
      {shown === null ? null : (
        <RowMenu request={shown} requests={requests} anchor={opener} onMove={move} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
