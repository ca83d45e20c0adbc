import type { ActionRowAnswer } from '../../../shared/protocol/index.ts'
import { cx, TextLink } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import { DoneTick } from './DoneTick.tsx'
import { DueCell } from './DueCell.tsx'
import { PartyPlates } from './PartyPlates.tsx'
import { ProgressNotes } from './ProgressNotes.tsx'
import styles from './Register.module.css'
import { StatusControl } from './StatusControl.tsx'

export interface ActionRowProps {
  readonly row: ActionRowAnswer
}

/** One action of the register: what, who, out of which meeting and item, until when, how far. */
export function ActionRow({ row }: ActionRowProps) {
  const { t, locale } = useWords('register')
  const isOver = row.status === 'done' || row.status === 'dropped'
  const day = formatShortDate(row.meetingDate, locale) ?? row.meetingTitle
  const item = row.item?.number ?? null
  return (
    <tr className={cx(isOver && styles.over)}>
      <td>
        <DoneTick row={row} />
      </td>
      <td className="muted num">{row.number}</td>
      <td className={styles.what}>
        <span dir="auto">
          <TextLink href={`/g/${row.groupId}/threads/action/${row.action}`} isQuiet>
            {row.task === '' ? t('noWords') : row.task}
          </TextLink>
        </span>
        <ProgressNotes row={row} />
      </td>
      <td>
        <PartyPlates lead={row.lead} partners={row.partners} />
      </td>
      <td>
        <TextLink href={row.address} isQuiet>
          <span dir="auto">{item === null ? day : t('fromItem', { day, number: item })}</span>
        </TextLink>
      </td>
      <td className={styles.due}>
        <DueCell row={row} />
      </td>
      <td>
        <StatusControl row={row} />
      </td>
    </tr>
  )
}
