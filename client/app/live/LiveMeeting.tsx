import { useCallback, useState } from 'react'
import { Agenda } from '../../features/agenda/index.ts'
import { useRecord } from '../../store/index.ts'
import { cx, later, Page } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { Announcer } from './Announcer.tsx'
import { Banners } from './Banners.tsx'
import { ItemSheet } from './ItemSheet.tsx'
import { LiveBar } from './LiveBar.tsx'
import { LiveCommands } from './LiveCommands.tsx'
import styles from './LivePage.module.css'
import type { LivePanel } from './liveActions.ts'
import { PaneFoot } from './PaneFoot.tsx'
import { type LiveTab, TabBar } from './TabBar.tsx'
import { useAdding } from './useAdding.ts'
import { useCounts } from './useCounts.ts'
import { useFetchLater } from './useFetchLater.ts'
import { useSelectedItem } from './useSelectedItem.ts'

const SidePanel = later(async () => (await import('./SidePanel.tsx')).SidePanel, ['attendance', 'floor', 'live'])
const AskAtThumb = later(async () => (await import('./AskAtThumb.tsx')).AskAtThumb, ['floor'])

export interface LiveMeetingProps {
  readonly isGuest: boolean
}

/** The room: bar, agenda, the sheet of one item, the floor and those present; on a phone one of the four at a time. */
export function LiveMeeting({ isGuest }: LiveMeetingProps) {
  const { t } = useWords('live')
  const title = useRecord((record) => record.head.title) ?? ''
  const [item, open] = useSelectedItem()
  const [tab, setTab] = useState<LiveTab>('item')
  const [panel, setPanel] = useState<LivePanel | null>(null)
  const [showsPeople, setShowsPeople] = useState(false)
  const counts = useCounts()
  useFetchLater()
  const adding = useAdding(item, open)
  const openItem = useCallback<typeof open>(
    (id) => {
      open(id)
      setTab('item')
    },
    [open],
  )
  const addItem = useCallback(() => {
    adding.addItem()
    setTab('item')
  }, [adding])
  return (
    <div className={cx(styles.live, showsPeople && styles.withPeople)} data-tab={tab}>
      <Page
        title={title}
        layout="bare"
        bar={
          <LiveBar isGuest={isGuest} onPanel={setPanel} showsPeople={showsPeople} onPeople={() => setShowsPeople(!showsPeople)} />
        }
        banner={<Banners item={item} />}
      >
        <div className={styles.room}>
          <div className={styles.agendaPart}>
            <Agenda selected={item?.id ?? null} onOpen={openItem} onAdd={addItem} counts={counts} />
          </div>
          <article className={styles.pane} aria-label={t('itemShort')}>
            <div className={styles.scroll} key={item?.id ?? 'none'}>
              <ItemSheet item={item} adding={adding} />
            </div>
            <PaneFoot />
          </article>
          <aside className={styles.side} aria-label={t('side')}>
            <SidePanel />
          </aside>
        </div>
      </Page>
      {tab === 'item' ? <AskAtThumb /> : null}
      <TabBar tab={tab} onChange={setTab} itemNumber={item?.number ?? null} />
      <Announcer />
      <LiveCommands item={item} open={openItem} adding={adding} panel={panel} onPanel={setPanel} />
    </div>
  )
}
