import type { RichText } from '../../../shared/record/index.ts'
import type { SlashPlace } from './editorTypes.ts'

/** What a text needs to be read and written. */
export interface WritableTextProps {
  /** `outcomes/<id>/text`. */
  readonly path: string
  readonly kind: 'line' | 'notes'
  readonly text: RichText
  /** Which item it belongs to, so that others see where this person is. */
  readonly itemId: string
  /** The text's name for a screen reader. */
  readonly label: string
  readonly canWrite: boolean
  /** Shown where nothing stands yet. */
  readonly hint?: string | undefined
  readonly className?: string | undefined
  readonly onEnter?: (() => void) | undefined
  readonly onSlash?: ((place: SlashPlace) => void) | undefined
  readonly onMention?: ((place: SlashPlace) => void) | undefined
  /** The line at these child numbers shall become an outcome or action. */
  readonly onBecome?: ((part: 'outcome' | 'action', at: readonly number[]) => void) | undefined
  readonly becameWord?: ((part: 'outcome' | 'action') => string) | undefined
}
