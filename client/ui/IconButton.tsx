import type { Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import styles from './Button.module.css'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './iconPaths.ts'

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
  const pressed = rest['aria-pressed']
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      <AriaButton
        {...(ref ? { ref } : {})}
        {...(onPress ? { onPress: () => onPress() } : {})}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        aria-label={label}
        isDisabled={isDisabled}
        className={cx(styles.button, styles.iconOnly, !isOutlined && styles.ghost, className)}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className={styles.tip ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
