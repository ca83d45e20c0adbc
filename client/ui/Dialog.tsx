import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/index.ts'
import { Aria } from './Aria.tsx'
import { cx } from './cx.ts'
import styles from './Dialog.module.css'
import { FocusBack } from './FocusBack.tsx'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** `full`: a table; on a phone it takes the whole screen. */
  readonly size?: 'normal' | 'wide' | 'full' | undefined
  /** Asks before something is lost: no closing by a press beside it. */
  readonly isAlert?: boolean | undefined
}

/** A question or a form over the page. Focus goes in, stays in, and returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, size = 'normal', isAlert = false }: DialogProps) {
  const { t } = useWords()
  return (
    <Aria>
      <ModalOverlay
        className={cx(styles.scrim, size === 'full' && styles.near)}
        isOpen={isOpen}
        isDismissable={!isAlert}
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
      >
        <Modal className={cx(styles.modal, size !== 'normal' && styles[size])}>
          <FocusBack />
          <AriaDialog className={styles.dialog ?? ''} role={isAlert ? 'alertdialog' : 'dialog'}>
            <header className={styles.head}>
              <Heading slot="title" level={2} className={styles.title ?? ''}>
                {title}
              </Heading>
              <IconButton icon="close" label={t('close')} onPress={onClose} />
            </header>
            <div className={styles.body}>{children}</div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </Aria>
  )
}

export interface DialogButtonsProps {
  readonly children: ReactNode
}

/** The row of buttons that ends a dialog or a form. */
export function DialogButtons({ children }: DialogButtonsProps) {
  return <div className={styles.buttons}>{children}</div>
}
