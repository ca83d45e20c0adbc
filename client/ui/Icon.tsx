import { cx } from './cx.ts'
import styles from './Icon.module.css'
import { type IconName, iconPaths } from './iconPaths.ts'

export interface IconProps {
  readonly name: IconName
  readonly className?: string | undefined
}

/** Drawings that point somewhere turn round in a right-to-left page. */
const pointing: ReadonlySet<IconName> = new Set<IconName>([
  'forward',
  'back',
  'list',
  'share',
  'signOut',
  'indent',
  'outdent',
  'undo',
  'redo',
  'play',
])
const dotted: ReadonlySet<IconName> = new Set<IconName>(['grip', 'more', 'list'])

/** A drawing beside words; alone it says nothing to a screen reader, so its button needs a name. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      className={cx(styles.icon, pointing.has(name) && styles.pointing, className)}
      viewBox="0 0 16 16"
      strokeWidth={dotted.has(name) ? 1.8 : 1.5}
      aria-hidden="true"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
