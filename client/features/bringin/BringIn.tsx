import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BringInAnswer, GroupAnswer } from '../../../shared/protocol/index.ts'
import { bringInApi } from '../../sync/index.ts'
import { ChooseFiles } from './ChooseFiles.tsx'
import { Review } from './Review.tsx'

export interface BringInProps {
  readonly group: GroupAnswer
  /** Whether single letters act; a setting of this device. */
  readonly areKeysOn: boolean
  readonly onHelp: () => void
  readonly onMade: (meetingId: string) => void
}

export interface ChosenFile {
  readonly file: File
  readonly part: 'minutes' | 'agenda'
}

/** Old minutes, from the file to the draft: first the files, then what was found in them. */
export function BringIn({ group, areKeysOn, onHelp, onMade }: BringInProps) {
  const [preview, setPreview] = useState<BringInAnswer | null>(null)
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const read = useMutation({
    mutationFn: ({ file, part }: ChosenFile) => {
      const pair = preview !== null && files.some((one) => one.part !== part) ? preview.bringInId : null
      return bringInApi.read(group.groupId, file, part, pair)
    },
    onSuccess: (answer, chosen) => {
      setPreview(answer)
      setFiles((before) => [...before.filter((one) => one.part !== chosen.part), chosen])
    },
  })
  if (preview === null) {
    return (
      <ChooseFiles
        group={group}
        isReading={read.isPending}
        error={read.error}
        onChoose={(file) => read.mutate({ file, part: 'minutes' })}
      />
    )
  }
  return (
    <Review
      // What was decided belongs to this reading; another file is another reading.
      key={`${preview.bringInId} ${preview.sources.length} ${preview.sources[0]?.name}`}
      group={group}
      preview={preview}
      areKeysOn={areKeysOn}
      isReading={read.isPending}
      readError={read.error}
      onPair={(file) => read.mutate({ file, part: 'agenda' })}
      onOther={() => {
        setPreview(null)
        setFiles([])
        read.reset()
      }}
      onHelp={onHelp}
      onMade={onMade}
    />
  )
}
