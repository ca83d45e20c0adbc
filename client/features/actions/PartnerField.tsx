import { useState } from 'react'
import type { Party } from '../../../shared/record/index.ts'
import { useParties } from '../../store/index.ts'
import { Button, ComboBox, IconButton, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AssignDialog.module.css'

export interface PartnerFieldProps {
  readonly partners: readonly Party[]
  readonly onChange: (partners: readonly Party[]) => void
}

/** Who helps: delegations or words, added and taken away one by one. */
export function PartnerField({ partners, onChange }: PartnerFieldProps) {
  const { t } = useWords('live')
  const parties = useParties()
  const [choice, setChoice] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const add = () => {
    const partner = parties.from(choice, words)
    setChoice(null)
    setWords('')
    const shown = partner === null ? null : parties.show(partner)
    if (partner === null || partners.some((one) => parties.show(one).key === shown?.key)) return
    onChange([...partners, partner])
  }
  return (
    <fieldset className={styles.partners}>
      <legend>{t('partners')}</legend>
      {partners.length > 0 ? (
        <ul className={styles.chosen}>
          {partners.map((partner) => {
            const shown = parties.show(partner)
            const remove = () => onChange(partners.filter((one) => parties.show(one).key !== shown.key))
            return (
              <li key={shown.key}>
                <bdi dir="auto">{shown.name}</bdi>
                <IconButton icon="close" label={t('removePartner', { name: shown.name })} onPress={remove} />
              </li>
            )
          })}
        </ul>
      ) : null}
      <div className={styles.pair}>
        <ComboBox label={t('delegation')} choices={parties.choices} value={choice} onChange={setChoice} />
        <TextField label={t('orWords')} value={words} onChange={setWords} maxLength={300} />
      </div>
      <Button onPress={add}>{t('addPartner')}</Button>
    </fieldset>
  )
}
