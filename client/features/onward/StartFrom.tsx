import type { OpenAnswer } from '../../../shared/protocol/index.ts'
import { Select } from '../../ui/index.ts'
import { formatList, useWords } from '../../words/index.ts'
import { dayWords } from './dayWords.ts'
import { OpenGroup } from './OpenGroup.tsx'
import styles from './StartFrom.module.css'
import { chosen, keyOf, offered, type StartDraft } from './startDraft.ts'
import { useOpenLines } from './useOpenLines.ts'

export interface StartFromProps {
  readonly open: OpenAnswer
  readonly draft: StartDraft
  readonly onChange: (draft: StartDraft) => void
}

/** From what a new agenda starts: the choice, what it brings with its origin, each to be left out, and what comes of it. */
export function StartFrom({ open, draft, onChange }: StartFromProps) {
  const { t, locale } = useWords('onward')
  const lines = useOpenLines()
  const { items, actions, targets } = offered(open, draft.from)
  const put = (key: string, isIn: boolean) => onChange({ ...draft, leftOut: changed(draft.leftOut, key, !isIn) })
  const isIn = (key: string) => !draft.leftOut.has(key)
  const hasOpen = open.items.length + open.actions.length + open.targets.length > 0
  const choices = [
    ...(hasOpen ? [{ id: 'open', label: t('start.open') }] : []),
    ...open.meetings.map(({ meetingId, title, date }) => {
      const day = dayWords(date, locale)
      return { id: meetingId, label: day === null ? title : t('start.meeting', { title, date: day }) }
    }),
    { id: 'nothing', label: t('start.nothing') },
  ]
  return (
    <fieldset className={styles.start}>
      <legend className={styles.legend}>{t('startTitle')}</legend>
      {hasOpen ? (
        <Select
          label={t('startTitle')}
          isLabelHidden
          choices={choices}
          value={draft.from}
          onChange={(from) => onChange({ ...draft, from, leftOut: new Set() })}
          help={t('startHelp')}
        />
      ) : (
        <p className="small muted">{t('startNothingOpen')}</p>
      )}
      <OpenGroup
        title={t('openActions')}
        lines={actions.map((one) => lines.action(one, keyOf(one, one.action)))}
        isIn={isIn}
        put={put}
      />
      <OpenGroup title={t('openItems')} lines={items.map((one) => lines.item(one, keyOf(one, one.item)))} isIn={isIn} put={put} />
      <OpenGroup
        title={t('openTargets')}
        lines={targets.map((one) => lines.target(one, keyOf(one, one.target)))}
        isIn={isIn}
        put={put}
      />
      <OpenGroup
        title={t('openProposals')}
        lines={open.proposals.map((one) => lines.proposal(one))}
        isIn={(key) => draft.proposals.has(key)}
        put={(key, isOn) => onChange({ ...draft, proposals: changed(draft.proposals, key, isOn) })}
      />
      {open.templates.length === 0 ? null : (
        <Select
          label={t('template')}
          choices={[
            { id: '', label: t('template.none') },
            ...open.templates.map((one) => ({ id: one.template, label: one.name })),
          ]}
          value={draft.template ?? ''}
          onChange={(id) => onChange({ ...draft, template: id === '' ? null : id })}
        />
      )}
      <p className="small" aria-live="polite">
        {sum()}
      </p>
    </fieldset>
  )

  function sum(): string {
    const now = chosen(open, draft)
    const parts = [
      now.actions.length > 0 ? t('part.review', { number: now.actions.length }) : '',
      now.items.length > 0 ? t('part.items', { number: now.items.length }) : '',
      now.targets.length > 0 ? t('part.targets', { number: now.targets.length }) : '',
      draft.proposals.size > 0 ? t('part.proposals', { number: draft.proposals.size }) : '',
      draft.template === null ? '' : t('part.template'),
    ].filter((part) => part !== '')
    return parts.length === 0 ? t('startEmpty') : t('startSum', { parts: formatList(parts, locale) })
  }
}

function changed(set: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}
