import { useMeeting } from '../../store/index.ts'
import { Button, ComboBox, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { type DeadlineDraft, type DeadlineProblem, deadlineOf, draftIn, hourTyped } from './deadlineDraft.ts'
import { momentIn } from './moment.ts'
import styles from './Review.module.css'

export interface DeadlineFieldsProps {
  readonly draft: DeadlineDraft
  readonly onChange: (draft: DeadlineDraft) => void
  /** Shown only once the form was sent. */
  readonly problem: DeadlineProblem | null
}

const presets = [24, 48, 72] as const

/** Day, hour and zone of a deadline, with the usual spans at hand, and in words what that comes to. */
export function DeadlineFields({ draft, onChange, problem }: DeadlineFieldsProps) {
  const { t, locale } = useWords('review')
  const meeting = useMeeting()
  const at = deadlineOf(draft)
  const moment = at === null ? null : momentIn(at, draft.timeZone, locale)
  return (
    <>
      <div className={styles.field}>
        <span>{t('deadline.presets')}</span>
        <div className={styles.buttons}>
          {presets.map((hours) => (
            <Button key={hours} onPress={() => onChange(draftIn(hours, meeting.now(), draft.timeZone))}>
              {t('deadline.in', { count: hours })}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('deadline.day')}
          type="date"
          value={draft.date}
          onChange={(date) => onChange({ ...draft, date })}
          error={problem === null ? null : t(`deadline.problem.${problem}`)}
        />
        <TextField
          label={t('deadline.hour')}
          value={draft.time}
          onChange={(time) => onChange({ ...draft, time: hourTyped(time) })}
          placeholder="17:00"
          maxLength={5}
        />
      </div>
      <ComboBox
        label={t('deadline.zone')}
        choices={zones(draft.timeZone)}
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ ...draft, timeZone: timeZone ?? draft.timeZone })}
      />
      <p className={styles.hint} role="status">
        {moment === null ? null : t('deadline.reads', moment)}
      </p>
    </>
  )
}

/** All zones the browser knows, and the one that is set even if it is none of them. */
function zones(present: string): readonly { readonly id: string; readonly label: string }[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', present])].map((zone) => ({ id: zone, label: zone }))
}
