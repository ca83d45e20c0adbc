import type { Disk } from './Disk.ts'
import type { KeyValue } from './KeyValue.ts'

/** What a step works on: nothing else is open, and nobody is served before it is done. */
export interface MigrationSurroundings {
  readonly disk: Disk
  /** Where people, groups and log lie. */
  readonly folder: string
  readonly store: KeyValue
}

/**
 * Brings a data folder from one format to the next. A step that was cut short at any point is run again from its beginning, so
 * each must come to the same end however often, and from wherever, it is begun. It syncs what it writes.
 */
export interface Migration {
  readonly name: string
  run(at: MigrationSurroundings): Promise<void>
}

/** The format of the first release. */
const firstFormat = 1

/** The steps in their order: the first leads from format 1 to 2. One that was released is never changed. */
export const migrations: readonly Migration[] = [
  {
    // Programs of format 1 would look for the parts in the folder itself and could find there what a restore has replaced.
    name: 'format.json may name the folder of the parts',
    run: () => Promise.resolve(),
  },
]

/** The format to which these steps lead. */
export function formatAfter(steps: readonly Migration[]): number {
  return firstFormat + steps.length
}

/** The steps that a folder of this format still needs, each with the format that it leads to. */
export function stepsFrom(
  steps: readonly Migration[],
  format: number,
): readonly { readonly step: Migration; readonly to: number }[] {
  return steps.slice(Math.max(0, format - firstFormat)).map((step, index) => ({ step, to: format + index + 1 }))
}
