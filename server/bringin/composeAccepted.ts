import { type NewId, ok, type Result, refuse } from '../../shared/base/index.ts'
import { type BringInFind, type FindOf, findValueSchemas } from '../../shared/protocol/index.ts'
import type { MeetingHead } from '../../shared/record/index.ts'
import type { KnownDelegation } from './compose/attendingOf.ts'
import { type Composed, composeRecord } from './compose/composeRecord.ts'
import { composeWhole } from './compose/composeWhole.ts'
import type { Kept } from './Kept.ts'

/** What somebody decided about the finds of a preview. */
export interface Choice {
  readonly finds?: readonly { readonly id: string; readonly take: boolean; readonly value?: unknown }[] | undefined
  readonly whole?: true | undefined
  readonly title?: string | undefined
}

/** What the meeting is, as far as the finds that were taken say. */
export type FoundHead = Pick<MeetingHead, 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'place' | 'language'>

/** A record ready to be written. */
export interface Accepted extends Composed {
  readonly head: FoundHead
}

/** Makes the record out of the choices. A find that is not named is not taken; a value that does not fit is refused. */
export function composeAccepted(
  kept: Kept,
  choice: Choice,
  delegations: readonly KnownDelegation[],
  newId: NewId,
): Result<Accepted> {
  const taken = takenOf(kept, choice)
  if (!taken.ok) return taken
  const head = headOf(kept, taken.value, choice)
  if (choice.whole === true) return ok({ head, ...composeWhole(kept, head.title, newId) })
  return ok({ head, ...composeRecord({ kept, taken: taken.value, title: head.title, delegations, newId }) })
}

function takenOf(kept: Kept, { finds = [], whole }: Choice): Result<readonly BringInFind[]> {
  const byId = new Map(finds.map((one) => [one.id, one]))
  if (byId.size !== finds.length) return refuse('invalid', 'A find is named twice.')
  const unknown = finds.find(({ id }) => !kept.finds.some((find) => find.id === id))
  if (unknown !== undefined) return refuse('invalid', `There is no find ${unknown.id}.`)
  const taken: BringInFind[] = []
  for (const find of kept.finds) {
    const one = byId.get(find.id)
    if (one?.take !== true || find.kind === 'contradiction') continue
    // Of the whole text nothing is taken out; what the meeting is called and when it was may still be said.
    if (whole === true && !headKinds.has(find.kind)) continue
    if (one.value === undefined) {
      taken.push(find)
      continue
    }
    const parsed = findValueSchemas[find.kind].safeParse(one.value)
    if (!parsed.success) return refuse('invalid', `The value of find ${find.id} does not fit its kind.`)
    // The schema of this very kind has just accepted the value.
    taken.push({ ...find, value: parsed.data } as BringInFind)
  }
  return ok(taken)
}

const headKinds: ReadonlySet<string> = new Set(['title', 'date', 'time', 'place', 'language'])

function headOf(kept: Kept, taken: readonly BringInFind[], { title }: Choice): FoundHead {
  const first = <K extends BringInFind['kind']>(kind: K) => {
    // A find of this kind has a value of this kind.
    return taken.find((find) => find.kind === kind)?.value as FindOf<K>['value'] | undefined
  }
  const name = kept.sources[0]?.name.replace(/\.[A-Za-z0-9]{1,8}$/, '') ?? ''
  const date = first('date')?.date ?? null
  const time = first('time')
  const at = (hour: string | null | undefined) => (hour == null || date?.length !== 10 ? null : `${date}T${hour}`)
  const [startsAt, endsAt] = [at(time?.start), at(time?.end)]
  return {
    title: first('title')?.text ?? title ?? (name === '' ? 'Minutes' : name),
    startsAt: startsAt ?? date,
    // An end before the beginning is told as a contradiction; which of the two is wrong is not for us to say.
    endsAt: startsAt !== null && endsAt !== null && endsAt < startsAt ? null : endsAt,
    timeZone: time?.zone ?? null,
    place: first('place')?.text ?? null,
    language: first('language')?.tag ?? 'en',
  }
}
