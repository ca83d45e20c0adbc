import type { HandoverAnswer } from '../../../shared/protocol/index.ts'
import { TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Handover.module.css'
import type { OpenLine } from './OpenGroup.tsx'
import { useOpenLines } from './useOpenLines.ts'

export interface OpenLinesProps {
  readonly handover: Pick<HandoverAnswer, 'actions' | 'items' | 'targets' | 'proposals'>
}

/** What is open in the group, each with where it is from; overdue actions first. */
export function OpenLines({ handover: { actions, items, targets, proposals } }: OpenLinesProps) {
  const { t } = useWords('onward')
  const lines = useOpenLines()
  const overdueFirst = [...actions].sort((a, b) => Number(b.overdue) - Number(a.overdue))
  const groups: readonly (readonly [string, readonly OpenLine[]])[] = [
    [t('openActions'), overdueFirst.map((one) => lines.action(one, one.address))],
    [t('openItems'), items.map((one) => lines.item(one, one.address))],
    [t('openTargets'), targets.map((one) => lines.target(one, one.address))],
    [t('openProposals'), proposals.map((one) => lines.proposal(one))],
  ]
  const shown = groups.filter(([, list]) => list.length > 0)
  if (shown.length === 0) return <p className="muted small">{t('openNone')}</p>
  return shown.map(([title, list]) => (
    <div key={title} className={styles.group}>
      <h3>
        {title} <span className="muted num">{list.length}</span>
      </h3>
      <ul className={styles.lines}>
        {list.map((line) => (
          <li key={line.key}>
            <span dir="auto">{line.label}</span>
            <span className="micro">
              {line.facts}
              {line.origin === null ? null : (
                <>
                  {line.facts === '' ? null : ' · '}
                  <TextLink href={line.origin.address}>{line.origin.words}</TextLink>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ))
}
