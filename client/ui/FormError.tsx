import { useProblem } from '../words/index.ts'
import styles from './FormError.module.css'
import { Icon } from './Icon.tsx'

export interface FormErrorProps {
  /** What the question to the server threw; null shows nothing. */
  readonly error: unknown
  /** A sentence of the form's own instead of the general one. */
  readonly text?: string | undefined
}

/** Why a form was not taken. Said at once to a screen reader, beside the button that was pressed. */
export function FormError({ error, text }: FormErrorProps) {
  const describe = useProblem()
  if (error === null || error === undefined) return <div role="alert" />
  const problem = describe(error)
  return (
    <div role="alert" className={styles.error}>
      <Icon name="warning" />
      <span>
        {text ?? problem.sentence}
        {problem.reference ? <span className="micro num"> {problem.reference}</span> : null}
      </span>
    </div>
  )
}
