import { useState } from 'react'
import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import type { HttpRecord } from '../../sync/index.ts'
import { Button, Icon, IconButton, LinkButton, State, TextLink, useToast } from '../../ui/index.ts'
import { formatMoment, useWords } from '../../words/index.ts'
import styles from './RecordFacts.module.css'
import { useActorName } from './useActorName.ts'

export interface RecordFactsProps {
  readonly record: HttpRecord
  readonly meeting: MeetingAnswer
  /** The whole meeting is closed to this reader. */
  readonly isHidden: boolean
}

/** Beside the paper: how firm it is, since when, what to do with it, what it holds. */
export function RecordFacts({ record, meeting, isHidden }: RecordFactsProps) {
  const { t, locale } = useWords('record')
  const common = useWords()
  const actorOf = useActorName()
  const { phase, history } = meeting
  const last = history.at(-1)
  const isAdopted = phase === 'adopted'
  return (
    <div className={styles.facts}>
      <section>
        <State tone={isAdopted ? 'ok' : phase === 'inSession' ? 'live' : 'warn'} icon={isAdopted ? 'lock' : 'edit'}>
          <b>{common.t(`phase.${phase}`)}</b>
          {last ? ` ${t('draftSince', { date: formatMoment(Date.parse(last.at), locale) })}` : ''}
        </State>
        <p className="micro">{sentence(phase)}</p>
        <FactButtons meeting={meeting} />
      </section>
      {isHidden ? null : (
        <section>
          <h2>{t('fromMeeting')}</h2>
          <p className="num">{counts()}</p>
        </section>
      )}
      {record.head.links.length > 0 ? (
        <section>
          <h2>{t('links')}</h2>
          <ul>
            {record.head.links.map((link) => (
              <li key={link.url}>
                <TextLink href={link.url}>{link.title}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {history.length > 0 ? (
        <section>
          <h2>{t('history')}</h2>
          <ol className={styles.history}>
            {history.map((change) => (
              <li key={`${change.phase} ${change.at}`}>
                {common.t(`phase.${change.phase}`)}
                <span className="micro">{whenAndWho(change)}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  )

  function whenAndWho({ at, actor }: MeetingAnswer['history'][number]): string {
    const date = formatMoment(Date.parse(at), locale)
    const name = actorOf(actor)
    return name === null ? date : t('historyBy', { date, name })
  }

  function sentence(now: MeetingAnswer['phase']): string {
    if (now === 'adopted') return t('adoptedText')
    if (now === 'circulated') return t('circulatedText')
    return now === 'draft' ? t('draftText') : t('liveText')
  }

  function counts(): string {
    const outcomes = record.outcomes.filter((outcome) => !outcome.removed)
    const views = outcomes.filter((outcome) => outcome.standing === 'coordinatorView').length
    const actions = record.actions.filter((action) => !action.removed).length
    const present = record.session.attending.filter((entry) => entry.state === 'present').length
    return [
      t('outcomesCount', { count: outcomes.length - views }),
      ...(views > 0 ? [t('viewsCount', { count: views })] : []),
      t('actionsCount', { count: actions }),
      ...(present > 0 ? [t('delegationsCount', { count: present })] : []),
    ].join(', ')
  }
}

interface FactButtonsProps {
  readonly meeting: MeetingAnswer
}

function FactButtons({ meeting }: FactButtonsProps) {
  const { t } = useWords('record')
  const common = useWords()
  const toast = useToast()
  const [address] = useState(() => window.location.origin)
  const copy = () => {
    navigator.clipboard.writeText(`${address}/m/${meeting.meetingId}/record`).then(
      () => toast(common.t('copied')),
      // Refused by the browser: the address stands in the address bar.
      () => undefined,
    )
  }
  return (
    <div className={styles.buttons}>
      <Button onPress={() => window.print()}>
        <Icon name="print" />
        {t('print')}
      </Button>
      <IconButton icon="link" label={t('copyLink')} onPress={copy} isOutlined />
      <LinkButton href={`/m/${meeting.meetingId}`} variant="ghost">
        {t('openLive')}
      </LinkButton>
      {meeting.rights.includes('meeting.editHead') ? (
        <LinkButton href={`/m/${meeting.meetingId}/head`} variant="ghost">
          {t('editHead')}
        </LinkButton>
      ) : null}
    </div>
  )
}
