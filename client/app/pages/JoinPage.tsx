import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ClaimAnswer } from '../../../shared/protocol/index.ts'
import { Doorstep, Invitation, JoinForm, useSecret, useSession, Welcome } from '../../features/people/index.ts'
import { ApiRefused, api } from '../../sync/index.ts'
import { EmptyState, Loaded } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { useGo } from '../router/useGo.ts'

/** `/join#…`: shows where a seat link leads before anything happens, then takes the seat. */
export function JoinPage() {
  const { t } = useWords('people')
  const client = useQueryClient()
  const go = useGo()
  const session = useSession()
  const { secret, forget } = useSecret('/join')
  const preview = useQuery({
    queryKey: ['seat link', secret],
    queryFn: () => api.previewSeat(secret ?? ''),
    enabled: secret !== null,
    retry: false,
  })
  const enter = async (claim: ClaimAnswer) => {
    forget()
    await client.resetQueries()
    go(claim.meetingId === null ? `/g/${claim.groupId}` : `/m/${claim.meetingId}`)
  }
  const isOver = preview.error instanceof ApiRefused && (preview.error.code === 'ended' || preview.error.code === 'notFound')
  return (
    <Doorstep title={t('join.title')} invitation={preview.data ? <Invitation preview={preview.data} /> : <Welcome />}>
      {secret === null ? (
        <EmptyState headingLevel={1} title={t('join.noSecret')} text={t('join.noSecretText')} />
      ) : isOver ? (
        <EmptyState headingLevel={1} title={t('join.ended')} text={t('join.endedText')} role="alert" />
      ) : (
        <Loaded asked={preview} shape={['title', 'middle', 'gap', 'long', 'long', 'long']}>
          {(data) => (
            <JoinForm
              secret={secret}
              preview={data}
              accountName={session.data?.account?.name ?? null}
              onClaimed={(claim) => void enter(claim)}
            />
          )}
        </Loaded>
      )}
    </Doorstep>
  )
}
