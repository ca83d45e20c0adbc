import { useState } from 'react'
import type { InterventionKind } from '../../../shared/record/index.ts'
import { useAbout, useParties, useRun } from '../../store/index.ts'
import { Button, ComboBox, Dialog, DialogButtons, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './Dialogs.module.css'
import { KindSelect } from './KindSelect.tsx'

export interface AddDialogProps {
  readonly onClose: () => void
}

/** The chair enters somebody: a delegation of the group, or a name. */
export function AddDialog({ onClose }: AddDialogProps) {
  const { t } = useWords('floor')
  const { t: common } = useWords()
  const run = useRun()
  const parties = useParties()
  const { delegations } = useAbout()
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<InterventionKind>('statement')
  const [behalf, setBehalf] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isPending, setPending] = useState(false)
  const delegation = delegations.find((one) => one.id === chosen)?.id
  const isNamed = delegation !== undefined || name.trim() !== ''
  const add = async () => {
    setMissing(!isNamed)
    if (!isNamed) return
    setPending(true)
    const done = await run({
      kind: 'floor.ask',
      intervention: kind,
      ...(behalf.trim() === '' ? {} : { onBehalfOf: behalf.trim() }),
      // A name is for somebody without a delegation; where both are given, the delegation holds.
      ...(delegation === undefined ? { name: name.trim() } : { delegation }),
    })
    setPending(false)
    if (done) onClose()
  }
  return (
    <Dialog title={t('addTitle')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <ComboBox
          label={t('delegation')}
          choices={parties.choices}
          value={chosen}
          onChange={setChosen}
          error={isMissing && !isNamed ? t('nobodyNamed') : null}
          autoFocus
        />
        <TextField label={t('orName')} value={name} onChange={setName} help={t('orNameHelp')} isOptional maxLength={120} />
        <KindSelect value={kind} onChange={setKind} />
        <TextField label={t('behalf')} value={behalf} onChange={setBehalf} isOptional maxLength={160} />
        <DialogButtons>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('add')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
