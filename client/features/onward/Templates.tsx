import { useState } from 'react'
import type { CommandId } from '../../../shared/base/index.ts'
import type { GroupAnswer, TemplateAnswer } from '../../../shared/protocol/index.ts'
import { Button, ConfirmDialog, FormError, IconButton, Section } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Backlog.module.css'
import { TemplateDialog } from './TemplateDialog.tsx'
import { useLedger } from './useLedger.ts'

export interface TemplatesProps {
  readonly group: GroupAnswer
  readonly templates: readonly TemplateAnswer[]
}

/** Agendas to begin with: kept from a meeting, and let go of. */
export function Templates({ group, templates }: TemplatesProps) {
  const { t } = useWords('onward')
  const ledger = useLedger(group.groupId)
  const [isKeeping, setKeeping] = useState(false)
  const [removing, setRemoving] = useState<TemplateAnswer | null>(null)
  const remove = async (one: TemplateAnswer) => {
    // The server's own id, handed back to it.
    await ledger.send({ kind: 'template.remove', template: one.template as CommandId })
    setRemoving(null)
  }
  return (
    <Section title={t('templatesTitle')} action={<Button onPress={() => setKeeping(true)}>{t('keepTemplate')}</Button>}>
      <p className="small muted">{templates.length === 0 ? t('templatesEmpty') : t('templatesText')}</p>
      <ul className={styles.list}>
        {templates.map((one) => (
          <li key={one.template} className={styles.row}>
            <div className={styles.what}>
              <h3 dir="auto" className={styles.title}>
                {one.name}
              </h3>
              <p className="micro" dir="auto">
                {t('itemsCount', { count: one.items.length })}: {one.items.map((item) => item.title).join(t('comma'))}
              </p>
            </div>
            <IconButton icon="trash" label={t('removeTemplate', { name: one.name })} onPress={() => setRemoving(one)} />
          </li>
        ))}
      </ul>
      <FormError error={ledger.error} />
      {isKeeping ? <TemplateDialog groupId={group.groupId} onClose={() => setKeeping(false)} /> : null}
      {removing === null ? null : (
        <ConfirmDialog
          title={t('removeTemplate', { name: removing.name })}
          text={t('removeTemplateText')}
          verb={t('remove')}
          isOpen
          isPending={ledger.isPending}
          onConfirm={() => void remove(removing)}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  )
}
