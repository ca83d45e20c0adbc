import { Fragment, type ReactNode } from 'react'
import type { FindKind, FindOf } from '../../../shared/protocol/index.ts'
import { formatDate, useWords } from '../../words/index.ts'
import type { FindValue } from './decisions.ts'
import styles from './FindWords.module.css'

export interface FindWordsProps {
  readonly kind: FindKind
  readonly value: FindValue
  /** The item it belongs to, in words. */
  readonly itemTitle: string | null
}

/** What a find says, as the record will say it; what the source does not say is not there. */
export function FindWords({ kind, value, itemTitle }: FindWordsProps) {
  const { t, locale } = useWords('bringin')
  const facts = useFacts()
  const day = (date: string | null) => (date === null ? t('dateUnclear') : (formatDate(date, locale) ?? date))
  const said = (words: ReactNode, ...more: readonly (string | null)[]) => (
    <>
      <p className={styles.words} dir="auto">
        {words}
      </p>
      {facts(more)}
    </>
  )
  switch (kind) {
    case 'title':
    case 'place':
      return said(as<'title'>(value).text)
    case 'date':
      return said(day(as<'date'>(value).date))
    case 'time': {
      const { start, end, zone, zoneWords } = as<'time'>(value)
      return said([start ?? t('open'), end].filter(Boolean).join('–'), zone ?? zoneWords)
    }
    case 'language':
      return said(nameOfLanguage(as<'language'>(value).tag, locale))
    case 'person': {
      const { name, organisation, role, state } = as<'person'>(value)
      return said(name, organisation, role, t(`attendance.${state}`))
    }
    case 'count':
      return said(as<'count'>(value).words)
    case 'item': {
      const { title, number, lead, minutes } = as<'item'>(value)
      return said(
        number === null ? title : `${number} ${title}`,
        lead,
        minutes === null ? null : t('minutes', { count: minutes }),
      )
    }
    case 'decision': {
      const { text, verb, standing, actor } = as<'decision'>(value)
      const words = (
        <>
          {verb === '' ? null : <i>{verb} </i>}
          {text}
        </>
      )
      return said(
        words,
        actor === null ? null : t('by', { who: actor }),
        standing === null ? t('standingOpen') : t(`standing.${standing}`),
        under(itemTitle),
      )
    }
    case 'action': {
      const { task, lead, partners, due, status } = as<'action'>(value)
      const by = due === null ? null : 'date' in due ? day(due.date) : due.event
      const who = [lead, ...partners].filter(Boolean).join(', ')
      return said(
        task,
        who === '' ? t('leadOpen') : t('lead', { who }),
        by === null ? null : t('due', { when: by }),
        status === 'open' ? null : t(`status.${status}`),
        under(itemTitle),
      )
    }
    case 'putOff':
      return said(itemTitle ?? t('noItem'))
    case 'nextMeeting': {
      const { words, date, time, place } = as<'nextMeeting'>(value)
      return said(words, date === null ? null : day(date), time, place)
    }
    case 'contradiction':
      return null
  }

  function under(title: string | null): string | null {
    return title === null ? null : t('under', { title })
  }
}

/** A value by its kind, which stands beside it in the find. */
function as<Kind extends FindKind>(value: FindValue): FindOf<Kind>['value'] {
  return value as FindOf<Kind>['value']
}

function useFacts() {
  return (facts: readonly (string | null)[]) => {
    const said = facts.filter((fact) => fact !== null && fact !== '')
    if (said.length === 0) return null
    return (
      <p className={styles.facts}>
        {said.map((fact, index) => (
          <Fragment key={fact}>
            {index === 0 ? null : ' · '}
            <bdi dir="auto">{fact}</bdi>
          </Fragment>
        ))}
      </p>
    )
  }
}

function nameOfLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
