import { type ItemView, plainText } from '../../../shared/record/index.ts'
import { neighbours } from '../../../shared/session/index.ts'
import { useFollow, useItemRun } from '../../features/agenda/index.ts'
import { useIsLive, useMay, useRecord, useSession } from '../../store/index.ts'
import { Button, Icon, Kbd } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './PaneFoot.module.css'

/** The chair's way through the agenda, under the sheet of the current item: back, what comes next, close and move on. */
export function PaneFoot() {
  const mayRun = useMay('session.run')
  const { isFollowing } = useFollow()
  // Who looks elsewhere has no sheet here that could be closed.
  return mayRun && isFollowing ? <Way /> : null
}

function Way() {
  const { t } = useWords('live')
  const isLive = useIsLive()
  const run = useItemRun()
  const items = useRecord(pickItems) ?? []
  const currentId = useSession((session) => session.current)
  const proceedings = useSession((session) => session.proceedings)
  if (proceedings === null) return null
  const find = (id: string | null) => items.find((item) => item.id === id) ?? null
  const around = neighbours({ current: currentId, proceedings }, items)
  const [current, next, back] = [find(currentId), find(around.next), find(around.back)]
  const word = current === null ? openWord(t, next) : moveWord(t, current, next)
  if (items.every((item) => item.number === null)) return null
  return (
    <footer className={styles.foot}>
      {back === null ? null : (
        <Button
          variant="ghost"
          onPress={run.back}
          isDisabled={!isLive}
          aria-label={t('backTo', { number: back.number ?? '', title: titleOf(back) })}
        >
          <Icon name="back" />
          <span className="muted num">{back.number}</span>
          <span className={styles.title} dir="auto">
            {titleOf(back)}
          </span>
        </Button>
      )}
      <span className="grow" />
      <span className={`micro ${styles.next}`} dir="auto">
        {isLive ? nextWords(t, current, next) : t('needsConnection')}
      </span>
      {word === null ? null : (
        <Button variant="primary" onPress={run.next} isDisabled={!isLive}>
          {word} <Kbd>⇧↵</Kbd>
        </Button>
      )}
    </footer>
  )
}

type Say = ReturnType<typeof useWords<'live'>>['t']

function openWord(t: Say, next: ItemView | null): string | null {
  return next === null ? null : t('run.openNumber', { number: next.number ?? '' })
}

/** An item whose parts are not all done stays begun: then nothing is closed by moving on. */
function moveWord(t: Say, current: ItemView, next: ItemView | null): string {
  const goesInside = next !== null && next.parent === current.id
  return goesInside ? t('run.moveTo', { number: next.number ?? '' }) : t('run.closeNumber', { number: current.number ?? '' })
}

function nextWords(t: Say, current: ItemView | null, next: ItemView | null): string {
  if (next !== null) return t('nextItem', { number: next.number ?? '', title: titleOf(next) })
  return current === null ? t('nothingLeft') : t('lastItem')
}

function titleOf(item: ItemView): string {
  return plainText(item.title).trim()
}

const pickItems = (record: { readonly items: readonly ItemView[] }) => record.items
