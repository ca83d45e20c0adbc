import type { RefObject } from 'react'
import type { FloorRequest, SessionState } from '../../../shared/session/index.ts'
import { useIsLive, useMay, useRun, useSession } from '../../store/index.ts'
import { MenuAt } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { type FloorMove, floorMove } from './floorMove.ts'

export interface RowMenuProps {
  readonly request: FloorRequest
  readonly requests: readonly FloorRequest[]
  readonly anchor: RefObject<Element | null>
  readonly onMove: (move: FloorMove | null) => void
  readonly onClose: () => void
}

/** What the chair does with one who waits: the same as drag and keys, and what they cannot do. */
export function RowMenu({ request, requests, anchor, onMove, onClose }: RowMenuProps) {
  const { t } = useWords('floor')
  const run = useRun()
  const isLive = useIsLive()
  const mayGive = useMay('floor.give')
  const after = useSession(pickSpeaking)
  const step = (kind: 'up' | 'down' | 'top') => floorMove(requests, request.id, kind)
  const { name } = request.speaker
  return (
    <MenuAt
      anchor={anchor}
      label={name}
      heading={name}
      onClose={onClose}
      entries={[
        ...(mayGive ? [{ id: 'give' as const, label: t('giveFloor'), isDisabled: !isLive }] : []),
        { id: 'up' as const, label: t('moveUp'), keys: 'Alt ↑', isDisabled: !isLive || step('up') === null },
        { id: 'down' as const, label: t('moveDown'), keys: 'Alt ↓', isDisabled: !isLive || step('down') === null },
        { id: 'top' as const, label: t('moveTop'), isDisabled: !isLive || step('top') === null },
        { id: 'remove' as const, label: t('removeRow'), isDanger: true, isDisabled: !isLive },
      ]}
      onAction={(id) => {
        if (id === 'give') void run({ kind: 'floor.give', request: request.id, after: after ?? null })
        else if (id === 'remove') void run({ kind: 'floor.withdraw', request: request.id })
        else onMove(step(id))
      }}
    />
  )
}

const pickSpeaking = (session: SessionState) => session.floor.speaking?.request.id ?? null
