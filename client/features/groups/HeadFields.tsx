import { ComboBox, Select, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { HeadDraft, HeadProblems } from './headDraft.ts'
import { LinkFields } from './LinkFields.tsx'
import { recordLanguages } from './recordLanguages.ts'
import styles from './Settings.module.css'

export interface HeadFieldsProps {
  readonly draft: HeadDraft
  readonly onChange: (draft: HeadDraft) => void
  /** Shown only once the form was sent. */
  readonly problems: HeadProblems | null
  /** "2002-09": said beside the empty day, which it does not fill. */
  readonly partialDate: string | null
}

/** The fields of a meeting's head. */
export function HeadFields({ draft, onChange, problems, partialDate }: HeadFieldsProps) {
  const { t, locale } = useWords('groups')
  const set = (change: Partial<HeadDraft>) => onChange({ ...draft, ...change })
  const zones = timeZones(draft.timeZone)
  const sentences = { order: t('meeting.timeWrong'), noDate: t('meeting.timeNeedsDate'), form: t('meeting.timeForm') }
  const hoursProblem = problems?.hours ? sentences[problems.hours] : null
  return (
    <>
      <TextField
        label={t('meeting.title')}
        value={draft.title}
        onChange={(title) => set({ title })}
        maxLength={300}
        error={problems?.title ? t('meeting.titleMissing') : null}
      />
      <TextField
        label={t('meeting.formal')}
        help={t('meeting.formalHelp')}
        value={draft.formalMeeting}
        onChange={(formalMeeting) => set({ formalMeeting })}
        maxLength={300}
        isOptional
      />
      <div className={styles.trio}>
        <TextField
          label={t('meeting.date')}
          type="date"
          value={draft.date}
          onChange={(date) => set({ date })}
          help={partialDate === null ? undefined : t('meeting.partial', { date: partialDate })}
        />
        <TextField
          label={t('meeting.from')}
          value={draft.from}
          onChange={(from) => set({ from: hour(from) })}
          placeholder="13:15"
          maxLength={5}
          error={hoursProblem}
        />
        <TextField
          label={t('meeting.to')}
          value={draft.to}
          onChange={(to) => set({ to: hour(to) })}
          placeholder="14:45"
          maxLength={5}
        />
      </div>
      <ComboBox
        label={t('meeting.zone')}
        help={t('meeting.zoneHelp')}
        choices={zones}
        value={draft.timeZone === '' ? null : draft.timeZone}
        onChange={(timeZone) => set({ timeZone: timeZone ?? '' })}
      />
      <TextField label={t('meeting.place')} value={draft.place} onChange={(place) => set({ place })} maxLength={300} isOptional />
      <div className={styles.pair}>
        <Select
          label={t('meeting.language')}
          value={draft.language}
          onChange={(language) => set({ language })}
          choices={recordLanguages(locale, draft.language)}
        />
        <TextField
          label={t('meeting.symbol')}
          value={draft.symbol}
          onChange={(symbol) => set({ symbol })}
          maxLength={80}
          isOptional
        />
      </div>
      <Select
        label={t('meeting.attribution')}
        value={draft.attribution}
        onChange={(attribution) => set({ attribution })}
        choices={(['named', 'delegationType', 'none'] as const).map((id) => ({ id, label: t(`meeting.attribution.${id}`) }))}
      />
      <LinkFields links={draft.links} onChange={(links) => set({ links })} isWrong={problems?.links ?? false} />
    </>
  )
}

/** What was typed as an hour: "1315" becomes "13:15" while it is written. */
function hour(typed: string): string {
  const digits = typed.replaceAll(/[^\d:]/g, '')
  return /^\d{4}$/.test(digits) ? `${digits.slice(0, 2)}:${digits.slice(2)}` : digits
}

/** All zones the browser knows, and the one that is set even if it is none of them. */
function timeZones(present: string): readonly { readonly id: string; readonly label: string }[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])
  if (present !== '') zones.add(present)
  return [...zones].map((zone) => ({ id: zone, label: zone }))
}
