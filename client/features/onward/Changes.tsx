import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChangesAnswer, GroupAnswer } from '../../../shared/protocol/index.ts'
import { onwardApi, onwardQueries } from '../../sync/index.ts'
import { Button, Section, TextLink } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import styles from './Changes.module.css'
import { useChangeWords } from './useChangeWords.ts'

export interface ChangesProps {
  readonly group: Pick<GroupAnswer, 'groupId'>
}

/** What changed in the group since one was last here. Draws nothing before it is known, nor for whoever is here for the first time. */
export function Changes({ group }: ChangesProps) {
  const { groupId } = group
  const asked = useQuery(onwardQueries.changes(groupId))
  const isKnown = asked.data !== undefined
  useEffect(() => {
    if (!isKnown) return
    // A mark for the next visit only: that it could not be made takes nothing from this one.
    onwardApi.visit(groupId).catch(() => undefined)
  }, [groupId, isKnown])
  return asked.data === undefined || asked.data.since === null ? null : (
    <ChangeList changes={asked.data} since={asked.data.since} />
  )
}

const fewest = 5

function ChangeList({ changes, since }: { readonly changes: ChangesAnswer; readonly since: string }) {
  const { t, locale } = useWords('onward')
  const wordsOf = useChangeWords()
  const [isAll, setAll] = useState(false)
  const date = formatMoment(Date.parse(since), locale)
  const shown = isAll ? changes.items : changes.items.slice(0, fewest)
  const rest = changes.total - shown.length
  return (
    <Section title={t('changesTitle')} action={<span className="micro num">{t('changesSince', { date })}</span>}>
      {changes.total === 0 ? (
        <p className="muted small">{t('changesNone', { date })}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((change) => (
            <li key={`${change.kind} ${change.at} ${change.address}`}>
              <TextLink href={change.address} isQuiet className={styles.line}>
                <span className="spread">
                  <b>{wordsOf(change)}</b>
                  <span className="micro num">{formatMoment(Date.parse(change.at), locale)}</span>
                </span>
                {change.words === null ? null : <span dir="auto">{change.words}</span>}
                {change.note === null ? null : (
                  <span className="muted" dir="auto">
                    {change.note}
                  </span>
                )}
                {change.meetingTitle === null ? null : (
                  <span className="micro" dir="auto">
                    {change.meetingTitle}
                  </span>
                )}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && !isAll ? (
        <Button variant="link" onPress={() => setAll(true)}>
          {t('changesAll')} ({t('changesMore', { count: rest })})
        </Button>
      ) : null}
    </Section>
  )
}
