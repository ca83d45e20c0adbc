import { useMemo, useState } from 'react'
import type { MeetingAnswer } from '../../../shared/protocol/index.ts'
import type { MeetingRecord, Part } from '../../../shared/record/index.ts'
import { SourceFiles } from '../../features/bringin/index.ts'
import {
  anchorOf,
  outlineOf,
  RecordDocument,
  RecordFacts,
  RecordPaper,
  type ShownPaper,
  ThreadLink,
} from '../../features/record/index.ts'
import { ToReport } from '../../features/report/index.ts'
import {
  CirculatedBanner,
  CommentDialog,
  CommentsView,
  ExportMenu,
  Fingerprint,
  ImportedFrom,
  isCommentable,
  PartComments,
  StatePanel,
  useComments,
  VersionList,
} from '../../features/review/index.ts'
import { useMay, useSession } from '../../store/index.ts'
import { Banner, Loaded, Tabs } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { AsideBanner } from '../live/AsideBanner.tsx'
import { CopiesFromBefore } from '../live/CopiesFromBefore.tsx'
import { useCoordinatorNames } from '../useCoordinatorNames.ts'
import { ChangesTab } from './ChangesTab.tsx'
import { EarlierBanner } from './EarlierBanner.tsx'
import styles from './RecordView.module.css'
import { SayByKey } from './SayByKey.tsx'
import { useChanges } from './useChanges.ts'
import { useLinkedPart } from './useLinkedPart.ts'
import { type Shown, useShownPaper } from './useShownPaper.ts'

export interface RecordViewProps {
  readonly record: MeetingRecord
  readonly head: MeetingAnswer
  /** The text that the address asks for; null for the one that holds. */
  readonly version: number | null
}

/** The record with its views: the paper, what changed in it, what was said on it; and beside it how firm it is. */
export function RecordView({ record, head, version }: RecordViewProps) {
  const shown = useShownPaper(record, version)
  const { paper } = shown
  if (paper === null) {
    return (
      <div className={styles.opening}>
        <Loaded asked={shown.asked}>{() => null}</Loaded>
      </div>
    )
  }
  return <Views record={record} head={head} shown={shown} paper={paper} />
}

interface ViewsProps {
  readonly record: MeetingRecord
  readonly head: MeetingAnswer
  readonly shown: Shown
  readonly paper: ShownPaper
}

type View = 'record' | 'changes' | 'comments'
const none = [] as const

function Views({ record, head, shown, paper }: ViewsProps) {
  const { t } = useWords('review')
  const { t: words } = useWords('record')
  const [view, setView] = useState<View>('record')
  const [saidOn, setSaidOn] = useState<Part | null>(null)
  const coordinators = useCoordinatorNames(head.groupId)
  const comments = useComments()
  const mayEditHead = useMay('meeting.editHead')
  const isWithdrawn = useSession((session) => session.versions.at(-1)?.kind === 'withdrawn') ?? false
  const phase = record.session.phase
  const changes = useChanges(shown)
  const outline = useMemo(() => outlineOf(paper.parts), [paper])
  const closed = useMemo(() => new Set(record.items.filter((item) => item.closed).map((item) => item.id)), [record.items])
  const sayable = useMemo(() => paper.parts.filter(isCommentable), [paper])
  const present = useMemo(() => paper.parts.filter((part) => part !== null), [paper])
  const isMissing = useLinkedPart(paper)
  const isHidden = record.session.closed && head.you.role === 'observer'
  const version = shown.version
  const isFirm = version !== null && ['adopted', 'corrigendum', 'addendum'].includes(version.kind)
  const unfirm = version?.kind === 'circulated' ? t('mark.circulated') : words('draftMark')
  const mark = isWithdrawn ? t('mark.withdrawn') : isFirm ? null : unfirm
  const canSay = shown.isCurrent && version !== null
  const isOut = phase === 'circulated' || phase === 'adopted'
  const under = (part: Part) => {
    const own = comments.filter((comment) => comment.part === part.key)
    return (
      <>
        {phase === 'adopted' ? <ThreadLink part={part} groupId={head.groupId} /> : null}
        <PartComments part={part} comments={own} isCurrent={canSay} onSay={setSaidOn} />
      </>
    )
  }
  const views = [
    {
      id: 'record' as const,
      label: t('tab.record'),
      content: (
        <RecordPaper
          paper={paper}
          outline={outline}
          record={record}
          coordinators={coordinators}
          mark={mark}
          closed={closed}
          isHidden={isHidden}
          under={isOut || comments.length > 0 ? under : undefined}
        />
      ),
    },
    ...(changes === null ? [] : [{ id: 'changes' as const, label: changes.label, content: <ChangesTab changes={changes} /> }]),
    ...(comments.length === 0
      ? []
      : [
          {
            id: 'comments' as const,
            label: t('tab.comments', { count: comments.length }),
            content: (
              <div className={styles.comments}>
                <CommentsView
                  comments={comments}
                  parts={present}
                  hrefOf={(part) => (part.number === null ? null : `#${anchorOf(part.number)}`)}
                />
              </div>
            ),
          },
        ]),
  ]
  const known = views.some((one) => one.id === view) ? view : 'record'
  return (
    <>
      {isMissing ? <Banner icon="link">{words('partMissing')}</Banner> : null}
      <CopiesFromBefore />
      <AsideBanner item={null} />
      <SayByKey parts={canSay ? sayable : none} />
      {saidOn === null ? null : (
        <CommentDialog parts={[saidOn]} start={{ part: saidOn.key, what: 'correction' }} onClose={() => setSaidOn(null)} />
      )}
      {shown.isCurrent ? <CirculatedBanner parts={sayable} comments={comments} /> : <EarlierBanner version={version} />}
      <RecordDocument
        outline={outline}
        language={paper.head.language}
        closed={closed}
        facts={
          <RecordFacts
            record={record}
            paper={paper}
            isHidden={isHidden}
            mayEditHead={mayEditHead}
            state={<StatePanel parts={shown.isCurrent ? sayable : []} seen={version?.fingerprint ?? null} />}
            exports={<ExportMenu meetingId={record.meetingId} version={version} isCurrent={shown.isCurrent} />}
          >
            <VersionList shown={version?.number ?? null} comments={comments} />
            {head.importedFrom === undefined ? null : <ImportedFrom origin={head.importedFrom} />}
            <ToReport meeting={head} />
            <SourceFiles meetingId={record.meetingId} />
            {version === null ? null : <Fingerprint number={version.number} fingerprint={version.fingerprint} />}
          </RecordFacts>
        }
      >
        {views.length === 1 ? (
          views[0]?.content
        ) : (
          <div className={styles.tabs}>
            <Tabs label={t('tabs')} tabs={views} selected={known} onSelect={setView} />
          </div>
        )}
      </RecordDocument>
    </>
  )
}
