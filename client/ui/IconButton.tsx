import { type Ref, useRef } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'
import { Press } from './Press.tsx'
import { Tip } from './Tip.tsx'
import { useTip } from './useTip.ts'

export interface IconButtonProps {
  readonly icon: IconName
  /** The button's name; also shown on hover and focus. */
  readonly label: string
  readonly onPress?: (() => void) | undefined
  readonly isDisabled?: boolean | undefined
  readonly isOutlined?: boolean | undefined
  readonly className?: string | undefined
  readonly 'aria-pressed'?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/** A drawing as a button, with its name told to everybody. */
export function IconButton({
  icon,
  label,
  onPress,
  isDisabled = false,
  isOutlined = false,
  className,
  ref,
  ...rest
}: IconButtonProps) {
  const own = useRef<HTMLButtonElement | null>(null)
  const { isTold, told, tip } = useTip()
  return (
    <>
      <Press
        ref={(element) => {
          own.current = element
          if (typeof ref === 'function') return ref(element)
          if (ref) ref.current = element
        }}
        {...(onPress ? { onPress: () => onPress() } : {})}
        {...rest}
        {...told}
        aria-label={label}
        isDisabled={isDisabled}
        className={cx(styles.button, styles.iconOnly, !isOutlined && styles.ghost, className)}
      >
        <Icon name={icon} />
      </Press>
      {isTold ? (
        <Tip anchor={own} {...tip}>
          {label}
        </Tip>
      ) : null}
    </>
  )
}
