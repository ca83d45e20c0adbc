import type { ItemId } from '../../../shared/base/index.ts'
import type { ItemView } from '../../../shared/record/index.ts'
import { useFixingActions } from '../../features/outcomes/index.ts'
import { useRun } from '../../store/index.ts'
import { ConfirmDialog, later } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import type { LiveActions, LivePanel } from './liveActions.ts'
import type { Adding } from './useAdding.ts'
import { useAgendaActions } from './useAgendaActions.ts'
import { useFloorCommands } from './useFloorCommands.ts'
import { useLiveKeys } from './useLiveKeys.ts'
import { usePageActions } from './usePageActions.ts'
import { useRecordingActions } from './useRecordingActions.ts'

const ShareDialog = later(async () => (await import('./ShareDialog.tsx')).ShareDialog, ['room'])
const KeySheet = later(async () => (await import('./KeySheet.tsx')).KeySheet, ['room'])
const Palette = later(async () => (await import('./Palette.tsx')).Palette, ['archive', 'live', 'room'])

export interface LiveCommandsProps {
  readonly item: ItemView | null
  readonly open: (id: ItemId) => void
  readonly adding: Adding
  readonly panel: LivePanel | null
  readonly onPanel: (panel: LivePanel | null) => void
}

/** Everything that can be done in the live meeting, by key and out of the palette, and what opens over the page for it. */
export function LiveCommands({ item, open, adding, panel, onPanel }: LiveCommandsProps) {
  const { t } = useWords('live')
  const run = useRun()
  const fixing = useFixingActions(item?.id ?? null)
  const actions: LiveActions = {
    ...usePageActions(onPanel),
    ...useAgendaActions({ item, open, adding, onPanel }),
    ...useRecordingActions(adding, fixing),
    ...useFloorCommands(),
  }
  useLiveKeys({ actions, isBusy: panel !== null })
  const close = () => onPanel(null)
  return (
    <>
      {panel === 'share' ? <ShareDialog onClose={close} /> : null}
      {panel === 'keys' ? <KeySheet onClose={close} /> : null}
      {panel === 'palette' ? <Palette actions={actions} item={item} target={fixing.target} open={open} onClose={close} /> : null}
      <ConfirmDialog
        title={t('command.closeAsk')}
        text={t('command.closeText')}
        verb={t('command.close')}
        isOpen={panel === 'close'}
        onConfirm={() => {
          close()
          void run({ kind: 'meeting.close' })
        }}
        onClose={close}
      />
    </>
  )
}
