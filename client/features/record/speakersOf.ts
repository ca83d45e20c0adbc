import type { DelegationType, InterventionKind, Turn } from '../../../shared/record/index.ts'

/** Turns at the floor that read as one: the same speaker in the same capacity; as much as the attribution rule kept. */
export interface SpokenTurns {
  readonly key: string
  /** Null where only the type was kept. */
  readonly name: string | null
  readonly type: DelegationType | null
  readonly intervention: InterventionKind
  readonly onBehalfOf: string | null
  readonly asObserver: boolean
  readonly turns: number
}

/** Who spoke, in the order in which they first did. */
export function speakersOf(all: readonly Turn[]): readonly SpokenTurns[] {
  const found = new Map<string, SpokenTurns>()
  for (const { speaker, type, intervention, onBehalfOf, asObserver } of all) {
    const who = speaker === null ? `type ${type}` : `name ${speaker.code ?? ''} ${speaker.name}`
    const key = [who, intervention, onBehalfOf ?? '', asObserver].join('\n')
    const before = found.get(key)?.turns ?? 0
    found.set(key, { key, name: speaker?.name ?? null, type, intervention, onBehalfOf, asObserver, turns: before + 1 })
  }
  return [...found.values()]
}
