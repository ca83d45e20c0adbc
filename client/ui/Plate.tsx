import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Plate.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface PlateProps {
  /** "THA": never translated. */
  readonly code: string
  /** The name behind the code; shown on hover and read out instead of the code. */
  readonly name?: string | undefined
  /** 1 to 8: a line of this person's caret colour under the code. */
  readonly colour?: number | undefined
  readonly isAway?: boolean | undefined
  /** Filled with the colour, for the one who writes just here. */
  readonly isSolid?: boolean | undefined
  /** How many stand behind this plate, when more than one. */
  readonly count?: number | undefined
}

/** A delegation's nameplate, as it stands on the table in the room. */
export function Plate({ code, name, colour, isAway = false, isSolid = false, count }: PlateProps) {
  return (
    <bdi className={cx(styles.plate, isAway && styles.away, isSolid && styles.solid)} data-c={colour} title={name}>
      {name ? <span aria-hidden="true">{code}</span> : code}
      {name ? <VisuallyHidden>{name}</VisuallyHidden> : null}
      {count !== undefined && count > 1 ? <sup>{count}</sup> : null}
    </bdi>
  )
}

export interface PlatesProps {
  readonly children: ReactNode
}

/** Nameplates in a row that may break. */
export function Plates({ children }: PlatesProps) {
  return <span className={styles.plates}>{children}</span>
}

export interface MorePlateProps {
  readonly children: ReactNode
}

/** "+21": those for whom there was no room. */
export function MorePlate({ children }: MorePlateProps) {
  return <span className={cx(styles.plate, styles.more)}>{children}</span>
}
