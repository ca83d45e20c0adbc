import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ParticipationAnswer } from '../../../shared/protocol/index.ts'
import { archiveApi, queries } from '../../sync/index.ts'
import { EmptyState, Loaded, PageTitle, Select, Tabs } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { DelegationTable } from './DelegationTable.tsx'
import styles from './Participation.module.css'
import { ParticipationChart } from './ParticipationChart.tsx'
import type { Years } from './participationYears.ts'
import { SumTable } from './SumTable.tsx'

export interface ParticipationViewProps {
  readonly groupId: string
  readonly years: Years
  readonly onYears: (years: Years) => void
  readonly places: ReactNode
}

/** Who took part in the meetings of a group: by delegation, by type, by region; a small chart, and tables that hold the figures. */
export function ParticipationView({ groupId, years, onYears, places }: ParticipationViewProps) {
  const { t } = useWords('register')
  const asked = useQuery({
    queryKey: ['register', groupId, 'participation', years],
    queryFn: () => archiveApi.participation(groupId, years),
  })
  return (
    <>
      <div className={styles.head}>
        <PageTitle sub={t('participation.sub')}>{t('participation.title')}</PageTitle>
        {places}
      </div>
      <YearChoice groupId={groupId} years={years} onYears={onYears} />
      <Loaded asked={asked} shape={['gap', 'long', 'long', 'long', 'gap', 'long', 'long', 'long']}>
        {(data) =>
          data.byType.length === 0 && data.delegations.length === 0 ? (
            <EmptyState title={t('participation.empty')} text={t('participation.emptyText')} />
          ) : (
            <Tables data={data} />
          )
        }
      </Loaded>
    </>
  )
}

function Tables({ data }: { readonly data: ParticipationAnswer }) {
  const { t } = useWords('register')
  const common = useWords()
  const regionOf = (region: string | null) =>
    region === null
      ? t('participation.regionNone')
      : common.t(`region.${region}` as 'region.African States', { defaultValue: region })
  const types = data.byType.map(({ type, ...line }) => ({ ...line, key: type, name: common.t(`types.${type}`) }))
  const regions = data.byRegion.map(({ region, ...line }) => ({ ...line, key: region ?? '', name: regionOf(region) }))
  const tabs = [
    ...(data.delegations.length > 0
      ? [
          {
            id: 'delegation' as const,
            label: t('participation.byDelegation'),
            content: <DelegationTable data={data} regionOf={regionOf} />,
          },
        ]
      : []),
    {
      id: 'type' as const,
      label: t('participation.byType'),
      content: <SumTable heading={t('participation.type')} lines={types} meetings={data.meetings} />,
    },
    ...(regions.length > 0
      ? [
          {
            id: 'region' as const,
            label: t('participation.byRegion'),
            content: <SumTable heading={t('participation.region')} lines={regions} meetings={data.meetings} />,
          },
        ]
      : []),
  ]
  return (
    <>
      <ParticipationChart data={data} />
      <Tabs label={t('participation.by')} tabs={tabs} />
    </>
  )
}

/** From which year to which; only years in which the group met. */
function YearChoice({ groupId, years, onYears }: Pick<ParticipationViewProps, 'groupId' | 'years' | 'onYears'>) {
  const { t } = useWords('register')
  const meetings = useQuery(queries.meetings(groupId)).data ?? []
  const known = [...new Set(meetings.flatMap((one) => /^\d{4}/.exec(one.startsAt ?? '')?.[0] ?? []))].sort()
  if (known.length < 2) return null
  const choices = known.map((id) => ({ id, label: id }))
  const [first, last] = [known[0] ?? '', known.at(-1) ?? '']
  return (
    <div className={styles.years}>
      <Select
        label={t('participation.from')}
        choices={choices.filter((one) => one.id <= (years.to ?? last))}
        value={years.from ?? first}
        onChange={(from) => onYears({ ...years, from: from === first ? null : from })}
      />
      <Select
        label={t('participation.to')}
        choices={choices.filter((one) => one.id >= (years.from ?? first))}
        value={years.to ?? last}
        onChange={(to) => onYears({ ...years, to: to === last ? null : to })}
      />
    </div>
  )
}
