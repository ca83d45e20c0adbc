import { useEffect, useState } from 'react'
import { later, SearchButton } from '../../ui/index.ts'
import { isMac } from '../live/isMac.ts'
import { strokeOf } from '../live/strokeOf.ts'

const GroupPalette = later(async () => (await import('./GroupPalette.tsx')).GroupPalette, ['archive', 'groups'])

export interface GroupFinderProps {
  readonly groupId: string
}

/** The search of a group's pages: a button in the bar and Ctrl K, with the palette that both open. */
export function GroupFinder({ groupId }: GroupFinderProps) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (event.defaultPrevented || strokeOf(event, isMac()) !== 'ctrl+k') return
      // A dialog's keys are its own.
      if (event.target instanceof Element && event.target.closest('[role=dialog], [role=alertdialog]') !== null) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', answer)
    return () => window.removeEventListener('keydown', answer)
  }, [])
  return (
    <>
      <SearchButton onPress={() => setOpen(true)} keys={isMac() ? '⌘K' : 'Ctrl K'} />
      {isOpen ? <GroupPalette groupId={groupId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
