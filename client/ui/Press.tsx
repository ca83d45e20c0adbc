import type { ButtonHTMLAttributes, KeyboardEvent, MouseEvent, Ref } from 'react'

export interface PressProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled'> {
  readonly onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined
  readonly isDisabled?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
}

/**
 * The browser's own button, once a press: a key that is held down does not press again. All buttons of the product stand on it; the
 * component library comes only with what opens over the page.
 */
export function Press({ onPress, isDisabled = false, type = 'button', onKeyDown, ...rest }: PressProps) {
  const once = (event: KeyboardEvent<HTMLButtonElement>) => {
    onKeyDown?.(event)
    if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
  }
  return (
    <button
      {...rest}
      type={type}
      disabled={isDisabled}
      data-disabled={isDisabled || undefined}
      onKeyDown={once}
      onClick={(event) => onPress?.(event)}
    />
  )
}
