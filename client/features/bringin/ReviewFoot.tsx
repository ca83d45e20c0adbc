import type { BringInFind } from '../../../shared/protocol/index.ts'
import { Button } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { Decisions } from './decisions.ts'
import { ReadingProblem } from './ReadingProblem.tsx'
import styles from './Review.module.css'

export interface ReviewFootProps {
  readonly finds: readonly BringInFind[]
  readonly decisions: Decisions
  readonly isPending: boolean
  readonly error: Error | null
  readonly onFinish: () => void
  readonly onWhole: () => void
}

/** How far the choices are, and the two ways to end: a draft of what was taken, or the whole text as it is. */
export function ReviewFoot({ finds, decisions, isPending, error, onFinish, onWhole }: ReviewFootProps) {
  const { t } = useWords('bringin')
  const taken = finds.filter(({ id }) => decisions.get(id)?.state === 'taken').length
  const refused = finds.filter(({ id }) => decisions.get(id)?.state === 'refused').length
  const open = finds.length - taken - refused
  return (
    <footer className={styles.foot}>
      <div className={styles.footIn}>
        <p className="num" role="status">
          {t('takenCount', { count: taken })} · {t('refusedCount', { count: refused })} · {t('openCount', { count: open })}
        </p>
        <ReadingProblem error={error} />
        <div className="row wrap">
          <Button onPress={onWhole} isPending={isPending}>
            {t('whole')}
          </Button>
          <Button variant="primary" onPress={onFinish} isPending={isPending} isDisabled={taken === 0}>
            {t('finish')}
          </Button>
        </div>
      </div>
    </footer>
  )
}
