import type { AttendanceLine, DelegationType } from '../../../shared/record/index.ts'
import { useParties } from '../../store/index.ts'
import { IconButton, Select, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AttendanceDialog.module.css'

export interface StatedLineProps {
  readonly number: number
  readonly line: AttendanceLine
  /** Says what is missing from now on. */
  readonly isChecked: boolean
  readonly onChange: (line: AttendanceLine) => void
  readonly onRemove: () => void
}

const types: readonly DelegationType[] = ['state', 'unEntity', 'internationalOrganization', 'ngo', 'other']

/** One stated count: of what, how many in the words of the source, and a note. A line that names somebody keeps whom. */
export function StatedLine({ number, line, isChecked, onChange, onRemove }: StatedLineProps) {
  const { t } = useWords('attendance')
  const { t: common } = useWords()
  const { show } = useParties()
  const isMissing = line.party === null && (line.statedCount ?? '').trim() === ''
  return (
    <fieldset className={styles.stated} aria-label={t('stated.of', { number })}>
      {line.party === null ? (
        <Select
          label={t('stated.type')}
          value={line.delegationType}
          onChange={(delegationType) => onChange({ ...line, delegationType })}
          choices={types.map((id) => ({ id, label: common(`types.${id}`) }))}
        />
      ) : (
        <p className={styles.statedParty} dir="auto">
          {show(line.party).name}
        </p>
      )}
      <TextField
        label={t('stated.count')}
        value={line.statedCount ?? ''}
        onChange={(statedCount) => onChange({ ...line, statedCount })}
        maxLength={60}
        isOptional={line.party !== null}
        error={isChecked && isMissing ? t('stated.missing') : null}
      />
      <TextField
        label={t('stated.note')}
        value={line.note ?? ''}
        onChange={(note) => onChange({ ...line, note })}
        maxLength={300}
        isOptional
      />
      <IconButton icon="trash" label={t('stated.remove')} onPress={onRemove} />
    </fieldset>
  )
}
