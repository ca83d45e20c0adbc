import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { importApi } from '../../sync/index.ts'
import { Button, Dialog, DialogButtons, FormError } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './ImportPreview.module.css'
import { ImportPreview } from './ImportPreview.tsx'
import { useRefresh } from './useRefresh.ts'

export interface ImportRecordProps {
  readonly groupId: string
  readonly onCreated: (meetingId: string) => void
}

/** Brings a record in again out of its own JSON: a file, a look at what would come, and only then the record. */
export function ImportRecord({ groupId, onCreated }: ImportRecordProps) {
  const { t } = useWords('copies')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p className={styles.way}>
        <Button variant="link" onPress={() => setOpen(true)}>
          {t('title')}
        </Button>
      </p>
      {isOpen ? <ImportDialog groupId={groupId} onCreated={onCreated} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function ImportDialog({ groupId, onCreated, onClose }: ImportRecordProps & { readonly onClose: () => void }) {
  const { t } = useWords('copies')
  const common = useWords()
  const refresh = useRefresh(groupId)
  const field = useRef<HTMLInputElement>(null)
  const look = useMutation({
    mutationFn: async (chosen: File) => {
      const file = await dataIn(chosen)
      return { file, preview: await importApi.preview(groupId, file) }
    },
  })
  const bring = useMutation({
    mutationFn: (file: unknown) => importApi.bring(groupId, file),
    onSuccess: async ({ meetingId }) => {
      await refresh()
      onCreated(meetingId)
    },
  })
  const seen = look.data
  const problem = look.error ?? bring.error
  const reason = reasonOf(problem)
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <p>{t('help')}</p>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('choose')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after it was mended.
          event.target.value = ''
          if (file === undefined) return
          bring.reset()
          look.mutate(file)
        }}
      />
      <div aria-live="polite">
        {look.isPending ? <p>{t('reading')}</p> : null}
        {seen === undefined ? null : <ImportPreview preview={seen.preview} />}
      </div>
      <FormError error={problem} text={reason === null ? undefined : t(`problem.${reason}`)} />
      <DialogButtons>
        {seen === undefined ? null : (
          <Button variant="primary" isPending={bring.isPending} onPress={() => bring.mutate(seen.file)}>
            {t('bring')}
          </Button>
        )}
        <Button
          variant={seen === undefined ? 'primary' : 'plain'}
          isPending={look.isPending}
          onPress={() => field.current?.click()}
        >
          {t(seen === undefined ? 'choose' : 'chooseOther')}
        </Button>
        <Button onPress={onClose}>{common.t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

const reasons = ['copyChanged', 'copyPartial', 'copyUnfit'] as const

/** Why the copy was not taken, where there are words for it; whatever else does not fit is no record. */
function reasonOf(error: unknown): (typeof reasons)[number] | null {
  if (error instanceof SyntaxError) return 'copyUnfit'
  if (typeof error !== 'object' || error === null) return null
  const reason: unknown = Reflect.get(error, 'reason')
  const known = reasons.find((one) => one === reason)
  return known ?? (Reflect.get(error, 'code') === 'invalid' ? 'copyUnfit' : null)
}

/** What is no JSON throws a SyntaxError. */
async function dataIn(file: File): Promise<unknown> {
  const data: unknown = JSON.parse(await file.text())
  if (typeof data !== 'object' || data === null) throw new SyntaxError('No record')
  return data
}
