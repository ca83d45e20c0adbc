import type { ActionsAnswer, DelegationAnswer, MeetingLineAnswer } from '../../../shared/protocol/index.ts'
import { Chip, chipClass, Icon, MenuButton } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import type { ActionsQuery } from './actionsQuery.ts'
import styles from './Register.module.css'

export interface ActionFiltersProps {
  readonly query: ActionsQuery
  readonly onQuery: (query: ActionsQuery) => void
  /** Null: one speaks for no delegation. */
  readonly own: string | null
  readonly meetings: readonly MeetingLineAnswer[]
  readonly delegations: readonly DelegationAnswer[]
  readonly totals: ActionsAnswer['totals'] | undefined
}

/** Which actions are shown, as chips; and beside them how many are open and overdue. */
export function ActionFilters({ query, onQuery, own, meetings, delegations, totals }: ActionFiltersProps) {
  const { t, locale } = useWords('register')
  const name = delegations.find((one) => one.delegationId === own)?.name
  const meetingNames = meetings.map((one) => ({
    id: one.meetingId,
    label: [formatShortDate(one.startsAt, locale, one.timeZone), one.title].filter(Boolean).join(', '),
    isSelected: one.meetingId === query.meeting,
  }))
  const delegationNames = delegations.map((one) => ({
    id: one.delegationId,
    label: one.name,
    hint: one.code,
    isSelected: one.delegationId === query.delegation,
  }))
  const meeting = meetingNames.find((one) => one.isSelected)
  const delegation = delegationNames.find((one) => one.isSelected)
  const anyMeeting = { id: '', label: t('anyMeeting'), isSelected: query.meeting === null }
  const anyDelegation = { id: '', label: t('anyDelegation'), hint: undefined, isSelected: query.delegation === null }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame what is one row of buttons
    <div className={styles.filters} role="group" aria-label={t('filters')}>
      <Chip isOn={query.isOpen} onChange={(isOpen) => onQuery({ ...query, isOpen })}>
        {t('onlyOpen')}
      </Chip>
      {name === undefined ? null : (
        <>
          <Chip isOn={query.isLed} onChange={(isLed) => onQuery({ ...query, isLed })}>
            {t('ledBy', { name })}
          </Chip>
          <Chip isOn={query.isPartner} onChange={(isPartner) => onQuery({ ...query, isPartner })}>
            {t('takesPart', { name })}
          </Chip>
        </>
      )}
      {delegationNames.length > 0 && name === undefined ? (
        <MenuButton
          isBare
          className={chipClass(query.delegation !== null)}
          entries={[anyDelegation, ...delegationNames]}
          onAction={(id) => onQuery({ ...query, delegation: id === '' ? null : id })}
        >
          <bdi>{delegation?.label ?? t('anyDelegation')}</bdi>
          <Icon name="down" />
        </MenuButton>
      ) : null}
      <MenuButton
        isBare
        className={chipClass(query.meeting !== null)}
        entries={[anyMeeting, ...meetingNames]}
        onAction={(id) => onQuery({ ...query, meeting: id === '' ? null : id })}
      >
        <bdi>{meeting?.label ?? t('anyMeeting')}</bdi>
        <Icon name="down" />
      </MenuButton>
      <Chip isOn={query.showsDone} onChange={(showsDone) => onQuery({ ...query, showsDone })}>
        {t('showDone')}
      </Chip>
      <span className="grow" />
      {/* Room for it is kept from the first: filters must not move under the hand. */}
      <span className={styles.totals} role="status">
        {totals === undefined
          ? null
          : [t('openCount', { count: totals.open }), t('overdueCount', { count: totals.overdue })].join(', ')}
      </span>
    </div>
  )
}
