import { Button, Icon, IconButton, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { HeadDraft } from './headDraft.ts'
import styles from './Settings.module.css'

export interface LinkFieldsProps {
  readonly links: HeadDraft['links']
  readonly onChange: (links: HeadDraft['links']) => void
  readonly isWrong: boolean
}

const most = 40

/** Links and papers of a meeting: a title and an address each. */
export function LinkFields({ links, onChange, isWrong }: LinkFieldsProps) {
  const { t } = useWords('groups')
  const set = (place: number, change: Partial<HeadDraft['links'][number]>) =>
    onChange(links.map((link, at) => (at === place ? { ...link, ...change } : link)))
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('meeting.links')}</legend>
      {links.map((link, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link has no name of its own but its place, and every field is controlled
        <div key={place} className={styles.linkRow}>
          <TextField
            label={t('meeting.linkTitle')}
            value={link.title}
            onChange={(title) => set(place, { title })}
            maxLength={200}
          />
          <TextField
            label={t('meeting.linkUrl')}
            type="url"
            value={link.url}
            onChange={(url) => set(place, { url })}
            maxLength={2000}
          />
          <IconButton
            icon="trash"
            label={t('meeting.removeLink')}
            onPress={() => onChange(links.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      {isWrong ? (
        <p role="alert" className="small">
          {t('meeting.linkWrong')}
        </p>
      ) : null}
      {links.length < most ? (
        <div>
          <Button onPress={() => onChange([...links, { title: '', url: '' }])}>
            <Icon name="plus" />
            {t('meeting.addLink')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}
