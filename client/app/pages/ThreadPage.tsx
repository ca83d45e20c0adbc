import { useQuery } from '@tanstack/react-query'
import { ThreadView } from '../../features/registers/index.ts'
import { ApiRefused, archiveApi } from '../../sync/index.ts'
import { EmptyState, LinkButton, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { GroupFrame } from '../GroupFrame.tsx'
import { InsideOnly } from '../InsideOnly.tsx'
import { useParams } from '../router/useParams.ts'

/** `/g/:groupId/threads/:kind/:id`: one outcome or action through the years. */
export function ThreadPage() {
  const { groupId, kind, partId } = useParams('/g/$groupId/threads/$kind/$partId')
  const { t } = useWords('register')
  const known = kind === 'action' ? 'action' : 'outcome'
  return (
    <InsideOnly>
      {() => (
        <GroupFrame groupId={groupId} current={known === 'action' ? 'actions' : 'records'} title={t('thread.steps')}>
          {() => <Thread groupId={groupId} kind={known} id={partId} />}
        </GroupFrame>
      )}
    </InsideOnly>
  )
}

interface ThreadProps {
  readonly groupId: string
  readonly kind: 'outcome' | 'action'
  readonly id: string
}

function Thread({ groupId, kind, id }: ThreadProps) {
  const { t } = useWords('register')
  const asked = useQuery({
    queryKey: ['register', groupId, 'thread', kind, id],
    queryFn: () => archiveApi.thread(groupId, kind, id),
  })
  if (asked.error instanceof ApiRefused && asked.error.code === 'notFound') {
    return (
      <EmptyState title={t('thread.gone')} text={t('thread.goneText')} headingLevel={1}>
        <LinkButton href={`/g/${groupId}/${kind}s`}>{t(kind === 'action' ? 'actions.title' : 'outcomes.title')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <Loaded asked={asked} shape={['title', 'short', 'gap', 'long', 'middle', 'gap', 'long', 'long', 'long']}>
      {(thread) => <ThreadView thread={thread} />}
    </Loaded>
  )
}
