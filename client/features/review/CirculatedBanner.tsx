import { useState } from 'react'
import type { CommentAnswer } from '../../../shared/protocol/index.ts'
import type { Part } from '../../../shared/record/index.ts'
import type { CommentKind } from '../../../shared/session/index.ts'
import { useIsLive, useMay, useSession } from '../../store/index.ts'
import { Banner, Button, cx } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { CommentDialog } from './CommentDialog.tsx'
import { momentIn } from './moment.ts'
import styles from './Review.module.css'
import { useTimeLeft } from './useTimeLeft.ts'

export interface CirculatedBannerProps {
  /** What can be commented on. */
  readonly parts: readonly Part[]
  readonly comments: readonly CommentAnswer[]
}

/** Over a circulated record: until when, what happens then, what was said, and the way to say something. */
export function CirculatedBanner({ parts, comments }: CirculatedBannerProps) {
  const { t, locale } = useWords('review')
  const circulation = useSession((session) => session.circulation)
  const objections = useSession((session) => session.comments.objections) ?? 0
  const left = useTimeLeft(circulation?.deadline ?? null)
  const isLive = useIsLive()
  const mayMake = useMay('comment.make')
  const mayObject = useMay('comment.object')
  const [says, setSays] = useState<CommentKind | null>(null)
  if (circulation === null) return null
  const moment = momentIn(circulation.deadline, circulation.timeZone, locale)
  const corrections = comments.filter(
    (one) => one.version === circulation.version && one.what === 'correction' && one.withdrawnAt === null,
  ).length
  const facts = [
    ...(mayMake ? [t('banner.corrections', { count: corrections })] : []),
    ...(mayMake ? [t('banner.objections', { count: objections })] : []),
    ...(left === null ? [t('state.over')] : [t('banner.left', { left })]),
  ]
  const actions = mayMake ? (
    <span className={cx('row wrap', styles.actions)}>
      <Button variant="primary" onPress={() => setSays('correction')} isDisabled={!isLive || parts.length === 0}>
        {t('banner.correct')}
      </Button>
      {mayObject ? (
        <Button onPress={() => setSays('objection')} isDisabled={!isLive || parts.length === 0}>
          {t('banner.object')}
        </Button>
      ) : null}
    </span>
  ) : null
  return (
    <>
      <Banner icon="clock" action={actions}>
        <b>{t('banner.out')}</b> {t(circulation.mode === 'silence' ? 'banner.silence' : 'banner.decision', moment)}{' '}
        {facts.join(' ')}
      </Banner>
      {says === null ? null : <CommentDialog parts={parts} start={{ part: null, what: says }} onClose={() => setSays(null)} />}
    </>
  )
}
