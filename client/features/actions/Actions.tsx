import { memo, useMemo } from 'react'
import type { ActionView, ItemView } from '../../../shared/record/index.ts'
import { useMay, useRecord } from '../../store/index.ts'
import { Button, Icon, Kbd, VisuallyHidden } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ActionRow } from './ActionRow.tsx'
import styles from './Actions.module.css'

export interface ActionsProps {
  readonly item: ItemView
  readonly onAdd: () => void
}

/** The actions of an item as a table. */
export const Actions = memo(function Actions({ item, onAdd }: ActionsProps) {
  const { t } = useWords('live')
  const mayWrite = useMay('record.editText')
  const all = useRecord(pickActions)
  const actions = useMemo(() => (all ?? []).filter((action) => action.item === item.id && !action.removed), [all, item.id])
  return (
    <section className={styles.section} aria-label={t('actions')}>
      <div className={styles.head}>
        <h3>
          {t('actions')}
          {actions.length > 0 ? <span className={styles.count}>{actions.length}</span> : null}
        </h3>
        {mayWrite ? (
          <Button variant="ghost" onPress={onAdd}>
            <Icon name="plus" />
            <span>{t('addAction')}</span>
            <span className="hideOnPhone">
              <Kbd>A</Kbd>
            </span>
          </Button>
        ) : null}
      </div>
      {actions.length === 0 ? (
        <p className="micro">{t('noActions')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t('number')}</VisuallyHidden>
              </th>
              <th scope="col" className={styles.wide}>
                {t('action')}
              </th>
              <th scope="col">{t('leadAndPartners')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('statusColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map((action, place) => (
              <ActionRow
                key={action.id}
                action={action}
                beforeThat={actions[place - 2]?.id ?? null}
                isFirst={place === 0}
                next={actions[place + 1]?.id ?? null}
                mayWrite={mayWrite}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
})

const pickActions = (record: { readonly actions: readonly ActionView[] }) => record.actions
