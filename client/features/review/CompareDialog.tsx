import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { VersionLine } from '../../../shared/session/index.ts'
import { useRecord } from '../../store/index.ts'
import { queries } from '../../sync/index.ts'
import { Dialog, Loaded, Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import { ChangesView } from './ChangesView.tsx'
import styles from './Review.module.css'
import { idOf } from './useComments.ts'
import { useVersionName } from './useVersionName.ts'
import { versionBefore } from './versionBefore.ts'

export interface CompareDialogProps {
  /** Two at least. */
  readonly versions: readonly VersionLine[]
  readonly onClose: () => void
}

/** Any two versions side by side, word by word. */
export function CompareDialog({ versions, onClose }: CompareDialogProps) {
  const { t } = useWords('review')
  const nameOf = useVersionName()
  const last = versions.at(-1)
  const [to, setTo] = useState(last?.number ?? 1)
  const [from, setFrom] = useState(versionBefore(versions, to)?.number ?? versions[0]?.number ?? 1)
  const choices = versions.map((version) => ({ id: String(version.number), label: nameOf(version) }))
  return (
    <Dialog title={t('compareTwo')} isOpen onClose={onClose} size="full">
      <div className={styles.form}>
        <div className={styles.pair}>
          <Select label={t('compareFrom')} choices={choices} value={String(from)} onChange={(id) => setFrom(Number(id))} />
          <Select label={t('compareTo')} choices={choices} value={String(to)} onChange={(id) => setTo(Number(id))} />
        </div>
        {from === to ? <p className={styles.hint}>{t('compareSame')}</p> : <Compared from={from} to={to} />}
      </div>
    </Dialog>
  )
}

interface ComparedProps {
  readonly from: number
  readonly to: number
}

function Compared({ from, to }: ComparedProps) {
  const meetingId = useRecord(idOf) ?? ''
  const nameOf = useVersionName()
  const comparison = useQuery(queries.compare(meetingId, from, to))
  return (
    <Loaded asked={comparison}>
      {(data) => <ChangesView from={nameOf(data.from)} to={nameOf(data.to)} changes={data.changes} />}
    </Loaded>
  )
}
