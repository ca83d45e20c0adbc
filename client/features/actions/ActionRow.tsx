import { memo, useState } from 'react'
import type { ActionId } from '../../../shared/base/index.ts'
import type { ActionView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useEdit, useParties } from '../../store/index.ts'
import { cx, Icon, later, MenuButton, Plate, Plates, useToast } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk, WritableText } from '../text/index.ts'
import styles from './Actions.module.css'
import { DueWords } from './DueWords.tsx'
import { StatusWords } from './StatusWords.tsx'

const AssignDialog = later(async () => (await import('./AssignDialog.tsx')).AssignDialog, ['live'])

export interface ActionRowProps {
  readonly action: ActionView
  readonly beforeThat: ActionId | null
  readonly isFirst: boolean
  readonly next: ActionId | null
  readonly mayWrite: boolean
}

/** One action: its task, who leads and who helps, by when, how far it is. */
export const ActionRow = memo(function ActionRow({ action, beforeThat, isFirst, next, mayWrite }: ActionRowProps) {
  const { t } = useWords('live')
  const edit = useEdit()
  const desk = useDesk()
  const toast = useToast()
  const parties = useParties()
  const [isAssigning, setAssigning] = useState(false)
  const number = action.number ?? ''
  const path = textPathOf.task(action.id)
  const act = (what: 'assign' | 'up' | 'down' | 'remove') => {
    if (what === 'assign') setAssigning(true)
    if (what === 'up') edit({ kind: 'action.move', id: action.id, item: action.item, after: beforeThat })
    if (what === 'down' && next !== null) edit({ kind: 'action.move', id: action.id, item: action.item, after: next })
    if (what === 'remove' && edit({ kind: 'action.remove', id: action.id })) {
      const undo = () => edit({ kind: 'action.restore', id: action.id })
      toast(t('removedAction', { number }), { label: t('undo'), run: undo })
    }
  }
  const entries = [
    { id: 'assign' as const, label: t('assign'), icon: 'person' as const },
    { id: 'up' as const, label: t('moveUp'), icon: 'up' as const, isDisabled: isFirst },
    { id: 'down' as const, label: t('moveDown'), icon: 'down' as const, isDisabled: next === null },
    { id: 'remove' as const, label: t('removeAction'), icon: 'trash' as const, isDanger: true },
  ]
  const lead = action.lead === null ? null : parties.show(action.lead)
  const partners = action.partners.map(parties.show)
  return (
    <tr id={`action-${action.id}`}>
      <td className={cx(styles.number, 'num')}>{number}</td>
      <td className={styles.what}>
        <WritableText
          path={path}
          kind="line"
          text={action.task}
          itemId={action.item}
          label={t('taskText', { number })}
          canWrite={mayWrite}
          hint={t('taskHint')}
          onEnter={() => desk.leave(path)}
        />{' '}
        <span className="micro">{t(`basis.${action.basis}`)}</span>
      </td>
      <td className={styles.who}>
        {lead === null && partners.length === 0 ? (
          <span className="micro">{t('nobody')}</span>
        ) : (
          <Plates>
            {lead === null ? null : <Party code={lead.code} name={lead.name} isLead />}
            {partners.map((partner) => (
              <Party key={partner.key} code={partner.code} name={partner.name} isLead={false} />
            ))}
          </Plates>
        )}
      </td>
      <td className={cx(styles.due, 'num')}>
        <DueWords due={action.due} />
      </td>
      <td className={styles.status}>
        <span className={styles.statusCell}>
          <StatusWords action={action} />
          {mayWrite ? (
            <MenuButton
              variant="ghost"
              label={t('actionMenu', { number })}
              entries={entries}
              onAction={act}
              className={styles.more}
            >
              <Icon name="more" />
            </MenuButton>
          ) : null}
        </span>
        {isAssigning ? <AssignDialog action={action} onClose={() => setAssigning(false)} /> : null}
      </td>
    </tr>
  )
})

interface PartyProps {
  readonly code: string | null
  readonly name: string
  readonly isLead: boolean
}

/** A delegation as its plate, anybody else in words; the lead stands first and dark. */
function Party({ code, name, isLead }: PartyProps) {
  if (code !== null) return <Plate code={code} name={name} isAway={!isLead} />
  return (
    <bdi className={isLead ? styles.leadWords : styles.partnerWords} dir="auto">
      {name}
    </bdi>
  )
}
