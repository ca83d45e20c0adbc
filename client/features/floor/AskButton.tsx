import { useId, useState } from 'react'
import type { InterventionKind } from '../../../shared/record/index.ts'
import { useFloorActions } from '../../store/index.ts'
import { Button, cx, Icon, Kbd, later, MenuButton } from '../../ui/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './AskButton.module.css'
import { type Asking, useAsking } from './useAsking.ts'
import { usePlaceWords } from './usePlaceWords.ts'

const BehalfDialog = later(async () => (await import('./BehalfDialog.tsx')).BehalfDialog, ['floor'])

const allKinds: readonly InterventionKind[] = ['statement', 'reply', 'pointOfOrder']

/** One press asks for a statement, or withdraws; the arrow beside it offers the other kinds. Off, it says why. */
export function AskButton() {
  const { t } = useWords('floor')
  const asking = useAsking()
  const { askOrWithdraw, ask } = useFloorActions()
  const label = useAskLabel(asking)
  const [asksBehalf, setAsksBehalf] = useState(false)
  const why = useId()
  if (asking === null) return null
  const { off, own, isSpeaking } = asking
  // A closed list stops new statements; what waits already can still be taken back, and a point of order goes through.
  const isMainOff = askOrWithdraw === null || (off !== null && (own === null || off !== 'listClosed')) || isShownSpeaking(asking)
  const isOtherOff = ask === null || (off !== null && off !== 'listClosed')
  const isKindOff = (kind: InterventionKind) => off === 'listClosed' && kind !== 'pointOfOrder'
  return (
    <div className={styles.ask}>
      <div className={cx(styles.row, !isMainOff && own === null && styles.calls)}>
        <Button
          isWide
          className={cx(styles.main, isShownSpeaking(asking) && styles.speaks)}
          isOn={own !== null || isSpeaking}
          isDisabled={isMainOff}
          aria-pressed={own !== null}
          aria-label={label.spoken}
          {...(off === null ? {} : { 'aria-describedby': why })}
          onPress={() => askOrWithdraw?.()}
        >
          <Icon name="hand" />
          {label.shown} {/* Whoever is on the list knows the key; the place needs its room. */}
          {isMainOff || own !== null ? null : (
            <span className="hideOnPhone">
              <Kbd>F</Kbd>
            </span>
          )}
        </Button>
        {isOtherOff ? null : (
          <MenuButton
            className={styles.other}
            isOn={own !== null || isSpeaking}
            label={t('requestMenu')}
            heading={t('kind')}
            entries={[
              ...allKinds.map((kind) => ({
                id: kind,
                label: t(`kind.${kind}`),
                isSelected: asking.kinds.includes(kind),
                isDisabled: isKindOff(kind),
              })),
              { id: 'behalf' as const, label: t('askOnBehalf'), isDisabled: off !== null },
            ]}
            onAction={(id) => {
              if (id === 'behalf') setAsksBehalf(true)
              else ask?.(id)
            }}
          >
            <Icon name="down" />
          </MenuButton>
        )}
      </div>
      {off === null ? null : (
        <p id={why} className={cx(styles.why, 'micro')}>
          {t(`off.${off}`)}
        </p>
      )}
      {asksBehalf ? (
        <BehalfDialog
          kind={own?.request.intervention ?? 'statement'}
          behalf={own?.request.onBehalfOf ?? ''}
          onAsk={(kind, behalf) => ask?.(kind, behalf)}
          onClose={() => setAsksBehalf(false)}
        />
      ) : null}
    </div>
  )
}

/** The same within one thumb on a phone, beside the item's sheet; not there while the floor cannot be requested. */
export function FloatingAskButton() {
  const asking = useAsking()
  const { askOrWithdraw } = useFloorActions()
  const label = useAskLabel(asking)
  if (asking === null || askOrWithdraw === null || (asking.off !== null && asking.own === null)) return null
  const isOn = asking.own !== null || asking.isSpeaking
  return (
    <div className={styles.floating} data-floating>
      <Button
        size="big"
        variant={isOn ? 'plain' : 'primary'}
        isOn={isOn}
        className={cx(styles.pill, isShownSpeaking(asking) && styles.speaks)}
        isDisabled={isShownSpeaking(asking)}
        aria-pressed={asking.own !== null}
        aria-label={label.spoken}
        onPress={askOrWithdraw}
      >
        <Icon name="hand" />
        {label.shown}
      </Button>
    </div>
  )
}

/** Whoever has the floor and does not wait for another turn reads so on the button. */
function isShownSpeaking({ isSpeaking, own }: Asking): boolean {
  return isSpeaking && own === null
}

function useAskLabel(asking: Asking | null): { readonly shown: string; readonly spoken: string } {
  const { t } = useWords('floor')
  const placeWords = usePlaceWords()
  if (asking?.own != null) {
    const place = placeWords(asking.own.place)
    return { shown: t('youAre', { place }), spoken: t('youAreWithdraw', { place }) }
  }
  const words = asking?.isSpeaking === true ? t('youHaveFloor') : t('request')
  return { shown: words, spoken: words }
}
