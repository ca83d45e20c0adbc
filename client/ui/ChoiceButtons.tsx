import type { KeyboardEvent } from 'react'
import styles from './ChoiceButtons.module.css'

export interface ChoiceButtonsProps<Id extends string> {
  /** Whose choice it is; read out, not shown. */
  readonly label: string
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  /** Null: none is chosen yet. */
  readonly value: Id | null
  readonly onChange: (value: Id) => void
}

/**
 * One of a few, all in sight: one stop of the tab key, arrows go along them, a press chooses; what is chosen is not taken back
 * by a second press. Plain elements only, so that a list with hundreds of them is drawn in one go.
 */
export function ChoiceButtons<Id extends string>({ label, choices, value, onChange }: ChoiceButtonsProps<Id>) {
  const stop = value ?? choices[0]?.id
  return (
    <div role="radiogroup" aria-label={label} className={styles.group} onKeyDown={goAlong}>
      {choices.map((choice) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio would choose with each arrow, and each choice is told to everybody
        <button
          key={choice.id}
          type="button"
          role="radio"
          aria-checked={choice.id === value}
          tabIndex={choice.id === stop ? 0 : -1}
          className={styles.choice}
          onClick={() => {
            if (choice.id !== value) onChange(choice.id)
          }}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}

/** Moves the focus along the group, in the direction of the text, and round its ends. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  const group = event.currentTarget
  const isTurned = getComputedStyle(group).direction === 'rtl'
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowRight: isTurned ? -1 : 1,
    ArrowLeft: isTurned ? 1 : -1,
  }
  const step = steps[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const buttons = [...group.querySelectorAll('button')]
  const place = buttons.findIndex((button) => button.matches(':focus'))
  buttons.at((place + step) % buttons.length)?.focus()
}
