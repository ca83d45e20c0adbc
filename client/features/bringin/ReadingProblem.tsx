import { ApiRefused } from '../../sync/index.ts'
import { FormError } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Review.module.css'

export interface ReadingProblemProps {
  readonly error: Error | null
}

const reasons = [
  'bringInDamaged',
  'bringInUnpacked',
  'bringInNoText',
  'bringInEmpty',
  'bringInOldWord',
  'bringInPdf',
  'bringInTooLong',
  'bringInDepth',
  'bringInTime',
  'bringInMemory',
  'bringInSize',
  'bringInEnded',
  'bringInOverLimit',
] as const

/** Why a file was not read: what it is, and what can be done. */
export function ReadingProblem({ error }: ReadingProblemProps) {
  const { t } = useWords('bringin')
  if (error === null) return null
  const stated = error instanceof ApiRefused ? error.reason : null
  // A body over the limit is refused before anybody looks into it.
  const reason =
    reasons.find((known) => known === stated) ??
    (error instanceof ApiRefused && error.code === 'tooLarge' ? 'bringInSize' : undefined)
  return reason === undefined ? <FormError error={error} /> : <p className={styles.problem}>{t(`reason.${reason}`)}</p>
}
