import { useEffect, useState } from 'react'
import type { OutcomeView } from '../../../shared/record/index.ts'
import { useAbout, useEdit } from '../../store/index.ts'
import { cx, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './VerbMenu.module.css'

export interface VerbMenuProps {
  readonly outcome: OutcomeView
  readonly mayWrite: boolean
  /** What stands in the verb's place where the sentence has none; null: only the invitation to choose one. */
  readonly without: string | null
}

/** The first seven verbs of the group's list have a key of their own in the menu (DECIDED 20). */
const keyed = 7

/** The operative verb inside its sentence: the word is the control that changes the kind of outcome. */
export function VerbMenu({ outcome, mayWrite, without }: VerbMenuProps) {
  const { t } = useWords('live')
  const { outcomeKinds } = useAbout()
  const edit = useEdit()
  const [isOpen, setOpen] = useState(false)
  const { id, kind } = outcome
  const verb = kind === '' ? '' : capital(kind)
  // A verb the group has meanwhile taken from its list still stands where it stands.
  const kinds = kind === '' || outcomeKinds.includes(kind) ? outcomeKinds : [...outcomeKinds, kind]

  useEffect(() => {
    if (!isOpen) return
    const choose = (event: KeyboardEvent) => {
      const chosen = /^[1-7]$/.test(event.key) ? outcomeKinds[Number(event.key) - 1] : undefined
      if (chosen === undefined) return
      event.preventDefault()
      event.stopPropagation()
      edit({ kind: 'outcome.set', id, values: { kind: chosen } })
      setOpen(false)
    }
    // Before the menu itself takes the key for a search among its words.
    window.addEventListener('keydown', choose, true)
    return () => window.removeEventListener('keydown', choose, true)
  }, [isOpen, outcomeKinds, edit, id])

  if (!mayWrite)
    return verb === '' ? without && <em className={styles.view}>{without}</em> : <span className={styles.plain}>{verb}</span>
  return (
    <MenuButton
      isBare
      isOpen={isOpen}
      onOpenChange={setOpen}
      className={verb !== '' ? styles.verb : without === null ? styles.choose : cx(styles.choose, styles.view)}
      label={t('changeVerb', { verb: verb === '' ? t('chooseVerb') : verb, number: outcome.number ?? '' })}
      heading={t('verbMenu')}
      entries={kinds.map((one, place) => ({
        id: one,
        label: capital(one),
        content: <em className={styles.option}>{capital(one)}</em>,
        isSelected: one === kind,
        ...(place < keyed ? { keys: String(place + 1) } : {}),
      }))}
      onAction={(chosen) => edit({ kind: 'outcome.set', id, values: { kind: chosen } })}
    >
      {verb === '' ? (without ?? t('chooseVerb')) : verb}
    </MenuButton>
  )
}

/** The verb opens the sentence. */
function capital(word: string): string {
  const [first = '', ...rest] = word
  return first.toLocaleUpperCase() + rest.join('')
}
