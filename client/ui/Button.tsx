import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { cx } from './cx.ts'

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
  // Not the library's own pending state: it has a screen reader say the button's name again, through a mark that
  // outlives the button when the page goes on. A button of type `button` keeps Enter from sending the form twice.
  const waiting = isPending ? { type: 'button' as const, 'aria-disabled': true } : {}
  return (
    <AriaButton
      {...defined(rest)}
      {...waiting}
      {...(onPress && !isPending ? { onPress: () => onPress() } : {})}
      className={buttonClass({ variant, size, isWide, isOn, className })}
    >
      {children}
    </AriaButton>
  )
}

/** Leaves out undefined members, which exactOptionalPropertyTypes tells apart from missing ones. */
function defined<T extends object>(props: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as {
    // Entries of the same object with the undefined ones gone: the keys and the other values are unchanged.
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
}
