import type { ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Press } from './Press.tsx'

export interface ButtonLook {
  readonly variant?: 'plain' | 'primary' | 'ghost' | 'danger' | 'link' | undefined
  readonly size?: 'normal' | 'big' | undefined
  readonly isWide?: boolean | undefined
  readonly isOn?: boolean | undefined
  readonly className?: string | undefined
}

export interface ButtonProps extends ButtonLook {
  readonly children: ReactNode
  readonly onPress?: (() => void) | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly isDisabled?: boolean | undefined
  /** The answer is on its way: a second press does nothing, and focus stays. */
  readonly isPending?: boolean | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'aria-pressed'?: boolean | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** Class names of a button's look, for what must look like one and is not (links). */
export function buttonClass(look: ButtonLook): string {
  return cx(
    styles.button,
    look.variant === 'primary' && styles.primary,
    look.variant === 'ghost' && styles.ghost,
    look.variant === 'danger' && styles.danger,
    look.variant === 'link' && styles.link,
    look.size === 'big' && styles.big,
    look.isWide && styles.wide,
    look.isOn && styles.on,
    look.className,
  )
}

/** A verb with its object. */
export function Button({ children, onPress, variant, size, isWide, isOn, className, isPending = false, ...rest }: ButtonProps) {
  // Focus stays on what waits, so it is not switched off. A button of type `button` keeps Enter from sending the form twice.
  const waiting = isPending ? { type: 'button' as const, 'aria-disabled': true } : {}
  return (
    <Press
      {...rest}
      {...waiting}
      {...(onPress && !isPending ? { onPress: () => onPress() } : {})}
      className={buttonClass({ variant, size, isWide, isOn, className })}
    >
      {children}
    </Press>
  )
}
