import type { ReactNode } from 'react'
import { useProblem, useWords } from '../words/index.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import { Skeleton, type SkeletonProps } from './Skeleton.tsx'

/** As much of a question to the server as it takes to show how it stands. */
export interface Asked<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly refetch: () => unknown
}

export interface LoadedProps<T> {
  readonly asked: Asked<T>
  readonly shape?: SkeletonProps['shape'] | undefined
  readonly children: (data: T) => ReactNode
}

/** What is being waited for, what came, or why it did not come and how to go on. An older answer stays while a new one is asked for. */
export function Loaded<T>({
  asked,
  shape = ['title', 'long', 'middle', 'gap', 'long', 'long', 'short'],
  children,
}: LoadedProps<T>) {
  const { t } = useWords()
  const describe = useProblem()
  if (asked.data !== undefined) return children(asked.data)
  if (asked.error === null || asked.error === undefined) return <Skeleton shape={shape} />
  const problem = describe(asked.error)
  return (
    <EmptyState
      role="alert"
      title={problem.isUnreachable ? t('page.offline') : problem.sentence}
      text={problem.isUnreachable ? t('page.offlineText') : undefined}
      note={problem.reference ?? undefined}
    >
      <Button variant="primary" onPress={() => void asked.refetch()}>
        {t('retry')}
      </Button>
    </EmptyState>
  )
}
