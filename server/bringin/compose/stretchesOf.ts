import type { Paper } from '../../../shared/record/index.ts'
import type { Block } from '../Block.ts'
import type { Stretch } from '../Kept.ts'
import type { Found, Scene } from '../recognise/Found.ts'
import type { ItemFound } from '../recognise/ItemFound.ts'
import type { Recognised } from '../recognise/recognise.ts'
import type { Section } from '../recognise/sections.ts'

/** The texts cut into stretches, in reading order; together they hold every block once. */
export function stretchesOf({ scenes, entries }: Recognised, idOf: (find: Found) => string | null): readonly Stretch[] {
  const bySection = new Map<Section, ItemFound>()
  const byEntry = new Map<Section, Map<Block, ItemFound>>()
  for (const item of entries) {
    const [section] = item.found.sections ?? []
    if (section === undefined) continue
    if (!item.isEntry) bySection.set(section, item)
    else if (item.entry !== null) byEntry.set(section, (byEntry.get(section) ?? new Map()).set(item.entry, item))
  }
  const made: Stretch[] = []
  const firstOf = new Map<Section, number>()
  for (const scene of scenes) {
    for (const section of scene.sections) {
      firstOf.set(section, made.length)
      const isPlain = section.role === null && section !== scene.titleSection && section.parent !== null
      const under = isPlain && section.parent !== null ? (firstOf.get(section.parent) ?? null) : null
      made.push(...ofSection(scene, section, under, { bySection, entries: byEntry.get(section), idOf }))
    }
  }
  return made
}

interface Maps {
  readonly bySection: ReadonlyMap<Section, ItemFound>
  readonly entries: ReadonlyMap<Block, ItemFound> | undefined
  readonly idOf: (find: Found) => string | null
}

type Making = { -readonly [K in keyof Stretch]: Stretch[K] } & { blocks: Block[] }

function ofSection(scene: Scene, section: Section, under: number | null, { bySection, entries, idOf }: Maps): readonly Stretch[] {
  const own = bySection.get(section)
  const around = own ?? itemAbove(section, bySection)
  const idOfItem = (item: ItemFound | null) => (item === null ? null : idOf((item.into ?? item).found))
  const first: Making = {
    part: scene.part,
    heading: section.heading,
    title: section.title,
    isTitle: section === scene.titleSection,
    role: section.role?.kind ?? null,
    item: idOfItem(around),
    isOwn: own !== undefined,
    under,
    links: linksOf(section.heading),
    blocks: [],
  }
  const made = [first]
  for (const block of section.blocks) {
    const entry = entries?.get(block)
    if (entry === undefined || block.kind === 'table') {
      made.at(-1)?.blocks.push(block)
      continue
    }
    const { from, to, text } = block
    const title = entry.found.value.title
    made.push({
      ...first,
      heading: { from, to, text },
      title,
      isTitle: false,
      role: null,
      item: idOfItem(entry),
      isOwn: true,
      links: linksOf(block),
      blocks: [],
    })
  }
  return made
}

function linksOf(block: Exclude<Block, { kind: 'table' }> | null): readonly Paper[] {
  const marked = (block?.runs ?? []).flatMap((run) =>
    run.link !== undefined && /^https?:/i.test(run.link) ? [{ title: run.text.trim() || run.link, url: run.link }] : [],
  )
  const plain = (block?.text.match(/https?:\/\/[^\s<>)\]]+/g) ?? []).map((url) => ({ title: url, url }))
  return [...marked, ...plain.filter(({ url }) => marked.every((one) => one.url !== url))].slice(0, 50)
}

function itemAbove(section: Section, bySection: ReadonlyMap<Section, ItemFound>): ItemFound | null {
  for (let above = section.parent; above !== null; above = above.parent) {
    const item = bySection.get(above)
    if (item !== undefined) return item
  }
  return null
}
