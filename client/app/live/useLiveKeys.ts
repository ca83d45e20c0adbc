import { useEffect, useRef } from 'react'
import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { agendaMove } from '../../features/agenda/index.ts'
import { useEdit, useMay, useMeeting } from '../../store/index.ts'
import { useTheme } from '../../ui/index.ts'
import { type KeyLine, lineFor } from './keyTable.ts'
import { areSingleKeysOn } from './singleKeys.ts'
import type { Adding } from './useAdding.ts'

interface LiveKeys {
  readonly item: ItemView | null
  readonly open: (id: ItemId) => void
  readonly adding: Adding
  readonly onShare: (() => void) | null
  readonly onKeys: () => void
  /** A dialog is open: its keys are its own. */
  readonly isBusy: boolean
}

/** The keys of the live meeting, outside text, menus and dialogs. */
export function useLiveKeys(given: LiveKeys): void {
  const meeting = useMeeting()
  const edit = useEdit()
  const [isDark, choose] = useTheme()
  const mayAgenda = useMay('record.editAgenda')
  const mayText = useMay('record.editText')
  const now = { ...given, mayAgenda, mayText, isDark }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const here = latest.current
      if (here.isBusy || event.defaultPrevented || isElsewhere(event.target)) return
      const line = lineFor(event, areSingleKeysOn(window.localStorage))
      if (line === null || !act(line, event)) return
      event.preventDefault()
    }
    /** Whether the key was used. */
    const act = (line: KeyLine, event: KeyboardEvent): boolean => {
      const { item, open, adding, onShare, onKeys, mayAgenda, mayText, isDark } = latest.current
      const items = meeting.record.get()?.items ?? []
      switch (line.word) {
        case 'list':
          onKeys()
          return true
        case 'share':
          onShare?.()
          return onShare !== null
        case 'theme':
          choose(isDark ? 'light' : 'dark')
          return true
        case 'undo':
          if (event.key.toLowerCase() === 'y' || event.shiftKey) meeting.redo()
          else meeting.undo()
          return true
        case 'next': {
          const shown = items.filter((one) => one.number !== null)
          const next = shown[shown.findIndex((one) => one.id === item?.id) + (event.key.toLowerCase() === 'j' ? 1 : -1)]
          if (next === undefined) return true
          open(next.id)
          focusRow(next.id)
          return true
        }
        case 'add':
          if (mayAgenda) adding.addItem()
          return mayAgenda
        case 'move': {
          const row = rowOf(event.target) ?? item?.id ?? null
          const moved = items.find((one) => one.id === row)
          const move = mayAgenda && moved ? agendaMove(items, moved.id, event.key === 'ArrowUp' ? 'up' : 'down') : null
          if (move === null || !edit(move)) return mayAgenda
          focusRow(move.id)
          return true
        }
        case 'notes':
          if (mayText) adding.writeNotes()
          return mayText
        case 'outcome':
          if (mayText) adding.addOutcome()
          return mayText
        case 'action':
          if (mayText) adding.addAction()
          return mayText
        default:
          return false
      }
    }
    window.addEventListener('keydown', answer)
    return () => window.removeEventListener('keydown', answer)
  }, [meeting, edit, choose])
}

/** Text, menus, lists and dialogs keep their keys. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLElement && target.isContentEditable) return true
  return target.closest('input, textarea, select, [role=menu], [role=listbox], [role=dialog], [role=alertdialog]') !== null
}

function rowOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null) : null
}

/** After the list has been drawn in its new order. */
function focusRow(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-item-link="${id}"]`)?.focus({ preventScroll: false })
  })
}
