import type { ParticipationAnswer } from '../../../shared/protocol/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import styles from './Participation.module.css'

export interface ParticipationChartProps {
  readonly data: ParticipationAnswer
}

const height = 96
const step = 64
const barWidth = 28
/** A chart of more meetings than this would say less than the table does. */
const mostBars = 24

/** How many delegations were present in each meeting, as bars. A picture only: the tables hold the same figures. */
export function ParticipationChart({ data }: ParticipationChartProps) {
  const { t, locale } = useWords('register')
  const bars = data.meetings
    .filter((one) => one.told !== 'nothing')
    .slice(-mostBars)
    .map((meeting) => ({
      ...meeting,
      present: data.byType.reduce(
        (sum, line) => sum + (line.meetings.find((one) => one.meetingId === meeting.meetingId)?.present ?? 0),
        0,
      ),
    }))
  const most = Math.max(1, ...bars.map((bar) => bar.present))
  if (bars.length < 2) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a chart wider than the page scrolls, and must do so by keys too
    <figure className={styles.chart} tabIndex={0} aria-label={t('participation.chart')}>
      <figcaption>
        {t('participation.chart')}. <span className="muted">{t('participation.chartNote')}</span>
      </figcaption>
      <svg aria-hidden="true" width={bars.length * step} height={height + 44} className={styles.bars}>
        {bars.map((bar, place) => {
          const tall = Math.round((bar.present / most) * height)
          const middle = place * step + step / 2
          return (
            <g key={bar.meetingId}>
              <rect x={middle - barWidth / 2} y={height + 18 - tall} width={barWidth} height={tall} />
              <text x={middle} y={height + 12 - tall} textAnchor="middle" className={styles.value}>
                {bar.present}
              </text>
              <text x={middle} y={height + 36} textAnchor="middle">
                {monthOf(bar.date, locale) ?? place + 1}
              </text>
            </g>
          )
        })}
        <line x1="0" x2={bars.length * step} y1={height + 18.5} y2={height + 18.5} />
      </svg>
    </figure>
  )
}

/** A bar has room for the month and the year. */
function monthOf(date: string | null, locale: string): string | null {
  return formatShortDate(date?.slice(0, 7) ?? null, locale)
}
