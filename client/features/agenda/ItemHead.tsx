import { memo, useState } from 'react'
import type { ItemView } from '../../../shared/record/index.ts'
import { textPathOf } from '../../../shared/record/index.ts'
import { useMay, useParties } from '../../store/index.ts'
import { Button, cx, later, Plate, State, TextLink } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useDesk, WritableText } from '../text/index.ts'
import styles from './ItemHead.module.css'
import { ItemMenu } from './ItemMenu.tsx'
import { ItemState } from './ItemState.tsx'
import { OriginWords } from './OriginWords.tsx'
import { useMayMenu } from './useMayMenu.ts'

const ItemDialog = later(async () => (await import('./ItemDialog.tsx')).ItemDialog, ['live'])

export interface ItemHeadProps {
  readonly item: ItemView
}

/** The head of an item's sheet: number in the margin, title, who presents, what for, how far it is, papers. */
export const ItemHead = memo(function ItemHead({ item }: ItemHeadProps) {
  const { t } = useWords('live')
  const mayEdit = useMay('record.editAgenda')
  const hasMenu = useMayMenu()
  const parties = useParties()
  const desk = useDesk()
  const [isEditing, setEditing] = useState(false)
  const number = item.number ?? ''
  const path = textPathOf.title(item.id)
  const lead = item.lead === null ? null : parties.show(item.lead)
  return (
    <header className={styles.head}>
      <h2 className={styles.title} id="item-title" tabIndex={-1}>
        <span className={cx(styles.number, 'num')}>{number}</span>
        <WritableText
          path={path}
          kind="line"
          text={item.title}
          itemId={item.id}
          label={t('itemTitle', { number })}
          canWrite={mayEdit}
          hint={t('titleHint')}
          onEnter={() => desk.leave(path)}
        />
      </h2>
      <div className={styles.meta}>
        {item.removed ? <State tone="warn">{t('removedSheet')}</State> : null}
        {lead === null ? null : (
          <span className="row">
            {lead.code === null ? null : (
              <span aria-hidden="true">
                <Plate code={lead.code} />
              </span>
            )}
            <span dir="auto">{t('presents', { name: lead.name })}</span>
          </span>
        )}
        {item.purpose === null ? null : <span className="hideOnPhone">{t(`purpose.${item.purpose}`)}</span>}
        {item.removed ? null : <ItemState item={item} />}
        {item.papers.map((paper) => (
          <TextLink key={paper.url} href={paper.url}>
            <bdi>{paper.title}</bdi>
          </TextLink>
        ))}
        {item.carriedOverFrom === null ? null : <OriginWords from={item.carriedOverFrom} />}
        {item.closed ? <State icon="lock">{t('closedItem')}</State> : null}
        {hasMenu && !item.removed ? (
          <span className={styles.tools}>
            {mayEdit ? (
              <Button variant="link" onPress={() => setEditing(true)}>
                {t('itemDetails')}
              </Button>
            ) : null}
            <ItemMenu item={item} />
          </span>
        ) : null}
      </div>
      {isEditing ? <ItemDialog item={item} onClose={() => setEditing(false)} /> : null}
    </header>
  )
})
