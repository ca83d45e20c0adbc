import type { Part } from '../../../shared/record/index.ts'
import { partIdOf } from './outline.ts'
import styles from './RecordPaper.module.css'

export interface PartAnchorProps {
  readonly part: Part
}

/** Where the address of a part by its id leads: the same place as its number, which may change before the record is out. */
export function PartAnchor({ part }: PartAnchorProps) {
  const id = partIdOf(part)
  return id === null ? null : <span id={id} className={styles.anchor} />
}
