import { useState } from 'react'
import { type ReportPart, reportParts, type SentenceView } from '../../../shared/report/index.ts'
import { Button, Dialog, DialogButtons, Select } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { SentenceActions } from './useSentenceActions.ts'
import { wordsOfPart } from './wordsOfPart.ts'

export interface PartDialogProps {
  readonly sentence: SentenceView
  readonly actions: SentenceActions
  readonly onClose: () => void
}

/** Puts a sentence into another part of the report. */
export function PartDialog({ sentence, actions, onClose }: PartDialogProps) {
  const { t } = useWords('report')
  const { t: common } = useWords()
  const [part, setPart] = useState<ReportPart>(sentence.part)
  const put = () => {
    if (part !== sentence.part) actions.setPart(sentence.id, part)
    onClose()
  }
  return (
    <Dialog title={t('setPartTitle')} isOpen onClose={onClose}>
      <Select
        label={t('partField')}
        choices={reportParts.map((id) => ({ id, label: t(wordsOfPart(id)) }))}
        value={part}
        onChange={setPart}
      />
      <DialogButtons>
        <Button onPress={onClose}>{common('cancel')}</Button>
        <Button variant="primary" onPress={put}>
          {t('put')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
