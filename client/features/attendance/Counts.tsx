import { useMemo } from 'react'
import { capacities, countAttendance } from '../../../shared/record/index.ts'
import { useSession } from '../../store/index.ts'
import { formatList, useRegions, useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'
import type { AttendanceRow } from './attendanceRows.ts'
import { countOf } from './countOf.ts'
import { missingRegions } from './missingRegions.ts'

export interface CountsProps {
  /** All rows of the list: they tell into which regions this group divides the world. */
  readonly rows: readonly AttendanceRow[]
}

/** Who took part, counted as the report will say it: by capacity, by region, and as it was stated. */
export function Counts({ rows }: CountsProps) {
  const { t, locale } = useWords('attendance')
  const { t: common } = useWords()
  const regions = useRegions()
  const attending = useSession((session) => session.attending)
  const attendance = useSession((session) => session.attendance)
  const count = useMemo(
    () => countAttendance({ attending: attending ?? [], attendance: attendance ?? [] }),
    [attending, attendance],
  )
  const found = capacities
    .map((capacity) => ({ capacity, present: countOf(count, capacity) }))
    .filter(({ present }) => present > 0)
  const memberships = (['member', 'observer', 'guest'] as const).filter((one) => count.memberships[one] > 0)
  const missing = missingRegions(
    count,
    rows.map(({ region }) => region),
  )
  const fromRegions = count.regions.filter(({ stateParties }) => stateParties > 0)
  return (
    <section className={styles.counts} aria-label={t('counts.title')}>
      <dl className={styles.figures}>
        {found.map(({ capacity, present }) => (
          <div key={capacity}>
            <dd className="num">{present}</dd>
            <dt>{common(`capacity.${capacity}`)}</dt>
          </div>
        ))}
      </dl>
      <ul className="small">
        {count.apologies + count.absent > 0 ? <li className="num">{formatList(others(), locale)}</li> : null}
        {memberships.length > 1 ? (
          <li className="num">
            {t('counts.memberships', {
              facts: formatList(
                memberships.map((one) => t(`counts.${one}`, { count: count.memberships[one] })),
                locale,
              ),
            })}
          </li>
        ) : null}
        {count.partyStatuses.stateParty > 0 ? <li className="num">{regionWords()}</li> : null}
        {count.stated.length > 0 ? (
          <li dir="auto">
            {t('counts.stated', {
              stated: formatList(
                count.stated.map(({ statedCount, delegationType }) =>
                  t('counts.statedOne', { stated: statedCount ?? '', types: common(`types.${delegationType}`) }),
                ),
                locale,
              ),
            })}
          </li>
        ) : null}
      </ul>
    </section>
  )

  function others(): string[] {
    return [
      ...(count.apologies > 0 ? [t('counts.apologies', { count: count.apologies })] : []),
      ...(count.absent > 0 ? [t('counts.absent', { count: count.absent })] : []),
    ]
  }

  function regionWords(): string {
    if (missing === null || fromRegions.length === 0) return t('counts.noRegions')
    const listed = fromRegions.map(({ region, stateParties }) =>
      t('counts.region', { region: regions.show(region), count: stateParties }),
    )
    const rest =
      missing.length === 0
        ? t('counts.allRegions')
        : t('counts.missing', { regions: formatList(missing.map(regions.show), locale) })
    return `${t('counts.regions', { regions: formatList(listed, locale) })} ${rest}`
  }
}
