import { useEffect, useRef } from 'react'
import type { SentenceId } from '../../../shared/base/index.ts'
import type { SentenceActions } from '../../features/report/index.ts'
import { useReport } from '../../store/index.ts'
import { isMac } from '../live/isMac.ts'
import { placeOf } from '../live/placeOf.ts'
import { areSingleKeysOn } from '../live/singleKeys.ts'
import { strokeOf } from '../live/strokeOf.ts'
import { reportKeys } from './reportKeys.ts'

export interface GivenKeys {
  readonly actions: SentenceActions
  readonly mayWrite: boolean
  readonly onHelp: () => void
}

/** The keys of a report: outside text, menus and dialogs; they mean the sentence that has the focus. */
export function useReportKeys(given: GivenKeys): void {
  const report = useReport()
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || placeOf(event.target) !== 'page') return
      const stroke = strokeOf(event, isMac())
      const { actions, mayWrite, onHelp } = latest.current
      const isOn = areSingleKeysOn(window.localStorage)
      const line = reportKeys.find(({ keys, isSingle, isEdit }) => {
        return stroke !== null && keys.includes(stroke) && (isOn || !isSingle) && (mayWrite || !isEdit)
      })
      if (line === undefined) return
      const row = focusedRow()
      const id = row?.dataset.sentence as SentenceId | undefined // rows bear the ids of sentences
      event.preventDefault()
      if (line.word === 'help') onHelp()
      if (line.word === 'next') focusBeside(row, 1)
      if (line.word === 'previous') focusBeside(row, -1)
      if (line.word === 'undo') (stroke === 'ctrl+z' ? report.undo : report.redo).call(report)
      if (id === undefined) return
      if (line.word === 'write') actions.write(id)
      if (line.word === 'move') {
        actions.shift(id, stroke === 'alt+ArrowUp' ? -1 : 1)
        // The row is drawn anew elsewhere and would lose the focus, and with it the next press.
        requestAnimationFrame(() => requestAnimationFrame(() => focusRow(id)))
      }
      if (line.word === 'add') {
        const part = report.report.get()?.parts.find(({ sentences }) => sentences.some((one) => one.id === id))?.part
        if (part !== undefined) actions.add(part, id)
      }
      if (line.word === 'refresh' && hasNews(report.report.get(), id)) actions.refresh(id)
      if (line.word === 'remove') {
        focusBeside(row, 1)
        actions.remove(id)
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [report])
}

type View = ReturnType<ReturnType<typeof useReport>['report']['get']>

/** Only what has changed and may stand in a report is taken in by a key. */
function hasNews(view: View, id: SentenceId): boolean {
  const sentence = view?.parts.flatMap(({ sentences }) => sentences).find((one) => one.id === id)
  return sentence?.sourceState === 'changed' && sentence.present?.reportable === true
}

function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>('[data-sentence]') ?? null
}

function focusBeside(row: HTMLElement | null, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-sentence]')]
  const at = row === null ? (by === 1 ? -1 : rows.length) : rows.indexOf(row)
  rows[at + by]?.focus()
}

function focusRow(id: SentenceId): void {
  document.querySelector<HTMLElement>(`[data-sentence="${id}"]`)?.focus()
}
