import { useEffect, useRef, useState } from 'react'
import type { MeetingLineAnswer, OutcomesAnswer } from '../../../shared/protocol/index.ts'
import { Chip, chipClass, Icon, MenuButton } from '../../ui/index.ts'
import { formatShortDate, useWords } from '../../words/index.ts'
import { type OutcomesQuery, standings, states } from './outcomesQuery.ts'
import styles from './Register.module.css'

export interface OutcomeFiltersProps {
  readonly query: OutcomesQuery
  readonly onQuery: (query: OutcomesQuery, how: 'push' | 'replace') => void
  readonly kinds: readonly string[]
  readonly meetings: readonly MeetingLineAnswer[]
  readonly totals: OutcomesAnswer['totals'] | undefined
}

const pauseMs = 150

/** Which outcomes are shown: by words, by what holds now, by standing, kind and meeting. */
export function OutcomeFilters({ query, onQuery, kinds, meetings, totals }: OutcomeFiltersProps) {
  const { t, locale } = useWords('register')
  const push = (next: OutcomesQuery) => onQuery(next, 'push')
  // A withdrawn record is rare: its chip stands only where there is one.
  const isOffered = (id: (typeof states)[number]) =>
    id !== 'withdrawn' || query.state.includes(id) || (totals?.withdrawn ?? 0) > 0
  const standingWords = (id: (typeof standings)[number]) => t(`standing.${id === 'notStated' ? 'none' : id}`)
  const standingEntries = [
    { id: '', label: t('anyStanding'), isSelected: query.standing === null },
    ...standings.map((id) => ({ id: id as string, label: standingWords(id), isSelected: id === query.standing })),
  ]
  const kindEntries = [
    { id: '', label: t('anyKind'), isSelected: query.kind === null },
    ...kinds.map((id) => ({ id, label: id, isSelected: id === query.kind })),
  ]
  const meetingEntries = [
    { id: '', label: t('anyMeeting'), isSelected: query.meeting === null },
    ...meetings.map((one) => ({
      id: one.meetingId,
      label: [formatShortDate(one.startsAt, locale, one.timeZone), one.title].filter(Boolean).join(', '),
      isSelected: one.meetingId === query.meeting,
    })),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would frame what is one row of buttons
    <div className={styles.filters} role="group" aria-label={t('filters')}>
      <WordsField value={query.q} onChange={(q) => onQuery({ ...query, q }, query.q === '' ? 'push' : 'replace')} />
      {states.filter(isOffered).map((id) => (
        <Chip
          key={id}
          isOn={query.state.includes(id)}
          onChange={(isOn) => push({ ...query, state: states.filter((one) => (one === id ? isOn : query.state.includes(one))) })}
        >
          {t(`state.${id}`)}
        </Chip>
      ))}
      <MenuButton
        isBare
        className={chipClass(query.standing !== null)}
        entries={standingEntries}
        onAction={(id) => push({ ...query, standing: standings.find((one) => one === id) ?? null })}
      >
        {query.standing === null ? t('anyStanding') : standingWords(query.standing)}
        <Icon name="down" />
      </MenuButton>
      <MenuButton
        isBare
        className={chipClass(query.kind !== null)}
        entries={kindEntries}
        onAction={(id) => push({ ...query, kind: id === '' ? null : id })}
      >
        <bdi>{query.kind ?? t('anyKind')}</bdi>
        <Icon name="down" />
      </MenuButton>
      <MenuButton
        isBare
        className={chipClass(query.meeting !== null)}
        entries={meetingEntries}
        onAction={(id) => push({ ...query, meeting: id === '' ? null : id })}
      >
        <bdi>{meetingEntries.find((one) => one.isSelected)?.label ?? t('anyMeeting')}</bdi>
        <Icon name="down" />
      </MenuButton>
      <span className="grow" />
      <span className={styles.totals} role="status">
        {totals === undefined ? null : t('outcomeCount', { count: totals.all })}
      </span>
    </div>
  )
}

interface WordsFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Words of an outcome, asked for a moment after each letter. */
function WordsField({ value, onChange }: WordsFieldProps) {
  const { t } = useWords('register')
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (typed === told.current) return
    const timer = setTimeout(() => {
      told.current = typed
      tell.current(typed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      type="search"
      className={styles.wordsField}
      aria-label={t('search')}
      placeholder={t('search')}
      value={typed}
      dir={typed === '' ? undefined : 'auto'}
      maxLength={200}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}
