import { useMemo, useState } from 'react'
import type { BringInFind, BringInSource, FindOf } from '../../../shared/protocol/index.ts'
import { Button, cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { type Decisions, shownValue } from './decisions.ts'
import { FindCard } from './FindCard.tsx'
import { lineElementId } from './goTo.ts'
import styles from './SourceView.module.css'
import { sourceRows } from './sourceRows.ts'

export interface SourceViewProps {
  readonly source: BringInSource
  readonly finds: readonly BringInFind[]
  readonly decisions: Decisions
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onTake: (id: string) => void
  readonly onRefuse: (id: string) => void
  readonly onChange: (find: BringInFind) => void
  readonly onPick: (find: FindOf<'date'>, date: string) => void
}

/** The lines of one source with their numbers, and beside each line what was found in it. */
export function SourceView({
  source,
  finds,
  decisions,
  selected,
  onSelect,
  onTake,
  onRefuse,
  onChange,
  onPick,
}: SourceViewProps) {
  const { t } = useWords('bringin')
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const rows = useMemo(() => sourceRows(source, finds, opened), [source, finds, opened])
  const current = finds.find(({ id }) => id === selected)
  const isCurrent = (line: number) => current?.part === source.part && line >= current.sourceFrom && line <= current.sourceTo
  const items = new Map(finds.flatMap((find) => (find.kind === 'item' ? [[find.id, find.value.title] as const] : [])))
  return (
    <section className={styles.source} aria-label={t('sourceOf', { part: t(`part.${source.part}`), name: source.name })}>
      <div className={styles.heads} aria-hidden="true">
        <h2>{t(`part.${source.part}`)}</h2>
        <h2>{t('finds')}</h2>
      </div>
      {rows.map((row) =>
        row.kind === 'gap' ? (
          <div key={`gap ${row.from}`} className={styles.gap}>
            <Button variant="link" onPress={() => setOpened(new Set([...opened, row.from]))}>
              {t('openGap', { count: row.to - row.from + 1, from: row.from, to: row.to })}
            </Button>
          </div>
        ) : (
          <div key={row.number} className={cx(styles.row, row.finds.length > 0 && styles.withFinds)}>
            <div
              className={cx(styles.line, row.isPart && styles.part, isCurrent(row.number) && styles.current)}
              id={lineElementId(source.part, row.number)}
              tabIndex={-1}
            >
              <span className={cx(styles.number, 'num')}>{row.number}</span>
              <span className={styles.words} dir="auto">
                {row.text}
              </span>
            </div>
            {row.finds.length === 0 ? null : (
              <div className={styles.finds}>
                {row.finds.map((find) => (
                  <FindCard
                    key={find.id}
                    find={find}
                    value={shownValue(find, decisions)}
                    state={decisions.get(find.id)?.state ?? null}
                    isChanged={decisions.get(find.id)?.value !== undefined}
                    isSelected={find.id === selected}
                    itemTitle={'item' in find.value && find.value.item !== null ? (items.get(find.value.item) ?? null) : null}
                    onSelect={onSelect}
                    onTake={onTake}
                    onRefuse={onRefuse}
                    onChange={onChange}
                    onPick={onPick}
                  />
                ))}
              </div>
            )}
          </div>
        ),
      )}
    </section>
  )
}
