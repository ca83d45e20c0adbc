import { memo, type ReactNode, useState } from 'react'
import type { OutcomeId, QualifierId } from '../../../shared/base/index.ts'
import { type OutcomeView, plainText, textPathOf } from '../../../shared/record/index.ts'
import { openBrackets, type Reading } from '../../../shared/session/index.ts'
import { useByServerNow, useEdit, useMeeting, useParties, useWriters } from '../../store/index.ts'
import { cx, Icon, later, MenuButton, State, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk, useIsWriting, WritableText } from '../text/index.ts'
import { FixingButtons } from './FixingButtons.tsx'
import styles from './OutcomeParagraph.module.css'
import { Qualifier } from './Qualifier.tsx'
import { ReadingLine } from './ReadingLine.tsx'
import { StandingWords } from './StandingWords.tsx'
import { useLeavesWhenLocked } from './useLeavesWhenLocked.ts'
import { VerbMenu } from './VerbMenu.tsx'

const ActorDialog = later(async () => (await import('./ActorDialog.tsx')).ActorDialog, ['live'])

export interface OutcomeParagraphProps {
  readonly outcome: OutcomeView
  readonly before: OutcomeId | null
  readonly beforeThat: OutcomeId | null
  readonly next: OutcomeId | null
  readonly mayWrite: boolean
  /** This one is being read out to the room, or was until its time was over. */
  readonly reading: Reading | null
  /** The projector shows it. */
  readonly isShown: boolean
  readonly writersOf: (path: string) => ReactNode
}

/** One numbered sentence of result: its number in the margin, its verb inside it, its standing in words below. */
export const OutcomeParagraph = memo(function OutcomeParagraph(props: OutcomeParagraphProps) {
  const { outcome, before, beforeThat, next, reading, isShown, writersOf } = props
  const { t } = useWords('live')
  const edit = useEdit()
  const meeting = useMeeting()
  const desk = useDesk()
  const toast = useToast()
  const parties = useParties()
  const [asksActor, setAsksActor] = useState(false)
  const path = textPathOf.outcome(outcome.id)
  const isWriting = useIsWriting(path)
  const writers = useWriters(path, outcome.text)
  const number = outcome.number ?? ''
  const isRead = useByServerNow((now) => reading !== null && reading.until > now)
  // The words of an outcome that is agreed or being read out are refused at the gate (DECIDED 2).
  const isLocked = isRead || outcome.standing === 'agreed'
  const mayWrite = props.mayWrite && !isLocked
  const place = useLeavesWhenLocked(outcome, isLocked)
  const brackets = openBrackets([outcome.text, ...outcome.qualifiers.map(({ text }) => text)].map(plainText).join('\n'))
  const act = (what: 'up' | 'down' | 'actor' | 'qualify' | 'remove') => {
    if (what === 'up') edit({ kind: 'outcome.move', id: outcome.id, item: outcome.item, after: beforeThat })
    if (what === 'down' && next !== null) edit({ kind: 'outcome.move', id: outcome.id, item: outcome.item, after: next })
    if (what === 'actor') setAsksActor(true)
    if (what === 'qualify') {
      const id = meeting.newId<QualifierId>()
      edit({ kind: 'qualifier.add', outcome: outcome.id, id, after: 'last', text: '' })
      desk.write(textPathOf.qualifier(outcome.id, id), 'end')
    }
    if (what === 'remove' && edit({ kind: 'outcome.remove', id: outcome.id })) {
      const undo = () => edit({ kind: 'outcome.restore', id: outcome.id })
      toast(t('removedOutcome', { number }), { label: t('undo'), run: undo })
    }
  }
  const entries = [
    { id: 'up' as const, label: t('moveUp'), icon: 'up' as const, isDisabled: before === null },
    { id: 'down' as const, label: t('moveDown'), icon: 'down' as const, isDisabled: next === null },
    { id: 'actor' as const, label: t('setActor'), icon: 'person' as const },
    { id: 'qualify' as const, label: t('addQualifier'), icon: 'indent' as const },
    { id: 'remove' as const, label: t('removeOutcome'), icon: 'trash' as const, isDanger: true },
  ]
  const isView = outcome.standing === 'coordinatorView'
  const actor = outcome.actor === null ? null : parties.show(outcome.actor)
  return (
    <li
      ref={place}
      className={cx(styles.outcome, (isWriting || isRead || writers.length > 0) && styles.drafting)}
      id={`outcome-${outcome.id}`}
      data-outcome={outcome.id}
      tabIndex={-1}
    >
      <span className={cx(styles.number, 'num')}>{number}</span>
      <div className={styles.text} dir="auto">
        {isView && outcome.kind !== '' ? <em className={styles.view}>{t('viewOf')} </em> : null}
        <VerbMenu outcome={outcome} mayWrite={mayWrite} without={isView ? t('viewOf') : null} />{' '}
        <WritableText
          path={path}
          kind="line"
          text={outcome.text}
          itemId={outcome.item}
          label={t('outcomeText', { number })}
          canWrite={mayWrite}
          hint={t('outcomeHint')}
          onEnter={() => desk.leave(path)}
        />
      </div>
      {outcome.qualifiers.map((qualifier) => (
        <Qualifier key={qualifier.id} outcome={outcome} qualifier={qualifier} mayWrite={mayWrite} />
      ))}
      <div className={styles.under}>
        {writersOf(path)}
        {isRead && reading !== null ? <ReadingLine reading={reading} /> : <StandingWords outcome={outcome} />}
        {brackets > 0 ? (
          <State tone="warn">
            <span className="bracket" aria-hidden="true">
              {'[ ] '}
            </span>
            {t('brackets', { count: brackets })}
          </State>
        ) : null}
        {props.mayWrite && outcome.standing === 'agreed' ? (
          <span title={t('lockedAgreedHelp')}>
            <State icon="lock">{t('lockedAgreed')}</State>
          </span>
        ) : null}
        {isShown ? <State icon="screen">{t('onProjector')}</State> : null}
        {actor === null ? null : (
          <span className="micro" dir="auto">
            {t('byActor', { name: actor.name })}
          </span>
        )}
        <span className={styles.tools}>
          {mayWrite ? (
            <span className={styles.menu}>
              <MenuButton
                variant="ghost"
                label={t('outcomeMenu', { number })}
                entries={entries}
                onAction={act}
                className={styles.more}
              >
                <Icon name="more" />
              </MenuButton>
            </span>
          ) : null}
          <FixingButtons outcome={outcome} isRead={isRead} brackets={brackets} mayWrite={mayWrite} />
        </span>
      </div>
      {asksActor ? <ActorDialog outcome={outcome} onClose={() => setAsksActor(false)} /> : null}
    </li>
  )
})
