import { CheckField, TextLink } from '../../ui/index.ts'
import styles from './StartFrom.module.css'

/** One open thing as a line: what it is, what is to be known of it, and where it is from. */
export interface OpenLine {
  readonly key: string
  readonly label: string
  readonly facts: string
  /** Null where it has no place of its own yet. */
  readonly origin: { readonly words: string; readonly address: string } | null
  readonly isPart: boolean
}

export interface OpenGroupProps {
  readonly title: string
  readonly lines: readonly OpenLine[]
  readonly isIn: (key: string) => boolean
  readonly put: (key: string, isIn: boolean) => void
}

/** Open things of one kind, each to be taken or left out. Nothing where there is none. */
export function OpenGroup({ title, lines, isIn, put }: OpenGroupProps) {
  if (lines.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>
        {title} <span className="muted num">{lines.length}</span>
      </legend>
      <ul>
        {lines.map(({ key, label, facts, origin, isPart }) => (
          <li key={key} className={isPart ? `${styles.line} ${styles.part}` : styles.line}>
            <CheckField label={label} help={facts} isSelected={isIn(key)} onChange={(isOn) => put(key, isOn)} />
            {origin === null ? null : (
              <TextLink href={origin.address} isQuiet className={`micro num ${styles.origin}`}>
                {origin.words}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
