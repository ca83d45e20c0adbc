import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useIsLive, useMay } from '../../store/index.ts'
import { copiesApi, copyTextAddress } from '../../sync/index.ts'
import { Button, buttonClass, ConfirmDialog, useToast } from '../../ui/index.ts'
import { formatMoment, useProblem, useWords } from '../../words/index.ts'
import styles from './Returned.module.css'
import type { HeldCopies } from './useCopies.ts'

export interface CopyListProps {
  readonly held: HeldCopies
}

/** The copies themselves: each can be had as text, and stays until somebody lets go of it on purpose. */
export function CopyList({ held }: CopyListProps) {
  const { t, locale } = useWords('returned')
  const { t: common } = useWords()
  const toast = useToast()
  const problem = useProblem()
  const isLive = useIsLive()
  const maySettle = useMay('copy.settle')
  const [dropping, setDropping] = useState<string | null>(null)
  const letting = useMutation({
    mutationFn: (copyId: string) => copiesApi.letGo(held.meetingId, copyId),
    onSuccess: held.again,
    onError: (error) => toast(problem(error).sentence),
  })
  return (
    <section className={styles.group}>
      <h3 className={styles.item}>{t('copies')}</h3>
      <ul className={styles.list}>
        {held.copies.map(({ copyId, at, author, open }) => (
          <li key={copyId} className={styles.copy}>
            <span className="grow">
              <b dir="auto">
                {author.name ?? (author.delegationType === null ? t('unnamed') : common(`type.${author.delegationType}`))}
              </b>{' '}
              <span className="micro num">{formatMoment(Date.parse(at), locale)}</span>{' '}
              <span className="micro">{open === null ? t('unread') : t('openIn', { count: open })}</span>
            </span>
            <span className="row wrap">
              <a className={buttonClass({})} href={copyTextAddress(held.meetingId, copyId)} download>
                {t('downloadCopy')}
              </a>
              {maySettle ? (
                <Button variant="ghost" isDisabled={!isLive} onPress={() => setDropping(copyId)}>
                  {t('drop')}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t('dropAsk')}
        text={t('dropText')}
        verb={t('drop')}
        isOpen={dropping !== null}
        onConfirm={() => {
          if (dropping !== null) letting.mutate(dropping)
          setDropping(null)
        }}
        onClose={() => setDropping(null)}
      />
    </section>
  )
}
