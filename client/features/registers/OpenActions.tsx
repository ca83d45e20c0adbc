import { useQuery } from '@tanstack/react-query'
import { archiveApi } from '../../sync/index.ts'
import { Loaded, Section, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { DueCell } from './DueCell.tsx'
import { PartyPlates } from './PartyPlates.tsx'
import styles from './Register.module.css'

export interface OpenActionsProps {
  readonly groupId: string
}

const shownAtHome = 3

/** The open actions of a group that press most, and the way to all of them. */
export function OpenActions({ groupId }: OpenActionsProps) {
  const { t } = useWords('register')
  const asked = useQuery({
    queryKey: ['register', groupId, 'home'],
    queryFn: ({ signal }) => archiveApi.actions(groupId, { status: ['open', 'inProgress'], limit: shownAtHome }, signal),
  })
  const count = asked.data?.totals.open ?? 0
  const all = <TextLink href={`/g/${groupId}/actions`}>{count > 0 ? t('home.all', { count }) : t('home.register')}</TextLink>
  return (
    <Section title={t('home.title')} action={all}>
      <Loaded asked={asked} shape={['long', 'middle', 'gap', 'long', 'middle']}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted small">{t('home.none')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((row) => (
                <li key={row.action} className={styles.short}>
                  <span className="muted num">{row.number}</span>
                  <span dir="auto">
                    <TextLink href={`/g/${groupId}/threads/action/${row.action}`} isQuiet>
                      {row.task === '' ? t('noWords') : row.task}
                    </TextLink>
                  </span>
                  <PartyPlates lead={row.lead} partners={row.partners} />
                  <span className="muted">
                    <DueCell row={row} saysOverdue />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
