import type { FormEvent, ReactNode } from 'react'
import styles from './FormFrame.module.css'

export interface FormFrameProps {
  readonly title: string
  readonly text?: string | undefined
  readonly onSubmit: () => void
  readonly children: ReactNode
  readonly headingLevel?: 1 | 2 | undefined
}

/** A short form that stands alone on its page. */
export function FormFrame({ title, text, onSubmit, children, headingLevel = 1 }: FormFrameProps) {
  const Heading = `h${headingLevel}` as const
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div>
        <Heading className={styles.title}>{title}</Heading>
        {text ? <p className={styles.text}>{text}</p> : null}
      </div>
      {children}
    </form>
  )
}
