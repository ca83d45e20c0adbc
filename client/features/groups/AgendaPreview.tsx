import { useQuery } from '@tanstack/react-query'
import type { ItemView } from '../../../shared/record/index.ts'
import { queries } from '../../sync/index.ts'
import { Loaded, State } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AgendaPreview.module.css'
import { lineOf } from './lineOf.ts'

export interface AgendaPreviewProps {
  readonly meetingId: string
}

/** The agenda of a meeting at a glance: numbers, titles, minutes. */
export function AgendaPreview({ meetingId }: AgendaPreviewProps) {
  const { t } = useWords('groups')
  const record = useQuery(queries.record(meetingId))
  return (
    <div>
      <Loaded asked={record} shape={['short', 'long', 'long', 'long', 'middle']}>
        {({ items, session }) => {
          const shown = items.filter((item) => !item.removed)
          const minutes = shown.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
          return (
            <>
              <div className={styles.head}>
                <h3>{t('home.agenda')}</h3>
                <span className="micro num">
                  {t('home.items', { count: shown.length })}
                  {minutes > 0 ? `, ${t('home.minutes', { count: minutes })}` : ''}
                </span>
              </div>
              {shown.length === 0 ? (
                <p className="muted small">{t('home.agendaEmpty')}</p>
              ) : (
                <Lines items={shown} isGoing={session.phase === 'inSession'} />
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

interface LinesProps {
  readonly items: readonly ItemView[]
  readonly isGoing: boolean
}

function Lines({ items, isGoing }: LinesProps) {
  const { t } = useWords('groups')
  const isNow = (item: ItemView) => isGoing && item.progress === 'begun'
  return (
    <ol className={styles.lines}>
      {items.map((item) => (
        <li key={item.id} className={item.parent === null ? undefined : styles.nested}>
          <span className={styles.number}>{item.number}</span>
          <span dir="auto" className={isNow(item) ? styles.now : undefined}>
            {lineOf(item.title)}
          </span>
          {isNow(item) ? <State tone="live">{t('home.now')}</State> : <span className="micro num">{item.minutes}</span>}
        </li>
      ))}
    </ol>
  )
}
