import type { OutcomeView, QualifierView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useAbout, useEdit, useMeeting } from '../../store/index.ts'
import { IconButton, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk, WritableText } from '../text/index.ts'
import styles from './Qualifier.module.css'

export interface QualifierProps {
  readonly outcome: OutcomeView
  readonly qualifier: QualifierView
  readonly mayWrite: boolean
}

/** A sentence that qualifies an outcome, below it and indented, with a verb of its own. */
export function Qualifier({ outcome, qualifier, mayWrite }: QualifierProps) {
  const { t } = useWords('live')
  const { outcomeKinds } = useAbout()
  const edit = useEdit()
  const meeting = useMeeting()
  const desk = useDesk()
  const path = textPathOf.qualifier(outcome.id, qualifier.id)
  const number = outcome.number ?? ''
  const kinds = qualifier.kind === '' || outcomeKinds.includes(qualifier.kind) ? outcomeKinds : [...outcomeKinds, qualifier.kind]
  return (
    <div className={styles.qualifier} dir="auto">
      {mayWrite ? (
        <MenuButton
          isBare
          className={styles.verb}
          label={`${t('qualifierKind')}: ${qualifier.kind}`}
          entries={kinds.map((kind) => ({ id: kind, label: kind, isSelected: kind === qualifier.kind }))}
          onAction={(kind) => edit({ kind: 'qualifier.set', outcome: outcome.id, id: qualifier.id, values: { kind } })}
        >
          {qualifier.kind === '' ? t('chooseVerb') : qualifier.kind}
        </MenuButton>
      ) : (
        <span className={styles.plain}>{qualifier.kind}</span>
      )}{' '}
      <WritableText
        path={path}
        kind="line"
        text={qualifier.text}
        itemId={outcome.item}
        label={t('qualifierText', { number })}
        canWrite={mayWrite}
        hint={t('qualifierHint')}
        onEnter={() => desk.leave(path)}
      />
      {mayWrite ? (
        <IconButton
          className={styles.remove}
          icon="close"
          label={t('removeQualifier')}
          onPress={() => edit({ kind: 'qualifier.remove', outcome: outcome.id, id: qualifier.id, undoId: meeting.newId() })}
        />
      ) : null}
    </div>
  )
}
