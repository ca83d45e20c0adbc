import type { Paper } from '../../../shared/record/index.ts'
import { Button, IconButton, TextField } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ItemDialog.module.css'

export interface PaperFieldsProps {
  readonly papers: readonly Paper[]
  readonly onChange: (papers: readonly Paper[]) => void
  readonly isWrong: boolean
}

/** The documents of an item, each with a title and an address. */
export function PaperFields({ papers, onChange, isWrong }: PaperFieldsProps) {
  const { t } = useWords('live')
  const rows = papers.map((paper, place) => ({ paper, place, key: `paper ${place}` }))
  const change = (place: number, part: Partial<Paper>) =>
    onChange(papers.map((paper, at) => (at === place ? { ...paper, ...part } : paper)))
  return (
    <div className={styles.papers}>
      {rows.map(({ paper, place, key }) => (
        <div key={key} className={styles.paper}>
          <TextField label={t('paperTitle')} value={paper.title} onChange={(title) => change(place, { title })} maxLength={200} />
          <TextField
            label={t('paperUrl')}
            type="url"
            value={paper.url}
            onChange={(url) => change(place, { url })}
            error={isWrong && !/^https?:\/\//i.test(paper.url) && paper.url !== '' ? t('paperWrong') : null}
            maxLength={2000}
          />
          <IconButton
            icon="close"
            label={t('removePaper', { title: paper.title })}
            onPress={() => onChange(papers.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <Button onPress={() => onChange([...papers, { title: '', url: '' }])}>{t('addPaper')}</Button>
    </div>
  )
}
