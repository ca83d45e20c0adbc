import { useEffect, useRef, useState } from 'react'
import { Icon, IconButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Records.module.css'

export interface SearchFieldProps {
  readonly value: string
  /** As it is being written; `isDone` when Enter said so. */
  readonly onChange: (value: string, isDone: boolean) => void
}

/** A pause as short as this between two letters asks nothing. */
const pauseMs = 120

/** The big field of the archive: asks while one writes, a moment after each letter. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useWords('archive')
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    // The address has changed by itself (Back, a link): the field follows.
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const tell = (next: string, isDone: boolean) => {
    clearTimeout(timer.current)
    told.current = next
    onChange(next, isDone)
  }
  const write = (next: string) => {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => tell(next, false), pauseMs)
  }
  return (
    <search className={styles.search}>
      <Icon name="search" className={styles.glass} />
      <input
        type="search"
        className={styles.field}
        aria-label={t('field')}
        placeholder={t('placeholder')}
        value={typed}
        dir={typed === '' ? undefined : 'auto'}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={500}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) tell(typed, true)
        }}
      />
      {typed === '' ? null : (
        <span className={styles.clear}>
          <IconButton
            icon="close"
            label={t('clear')}
            onPress={() => {
              setTyped('')
              tell('', true)
            }}
          />
        </span>
      )}
    </search>
  )
}
