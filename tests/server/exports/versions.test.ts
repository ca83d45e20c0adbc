import { expect, test } from 'vitest'
import { isRecordExport, recordExports } from '../../../server/exports/index.ts'
import { allOf } from '../../support/exports/readBack.ts'
import { type AdoptedScene, adoptedScene } from '../../support/http/adoptedScene.ts'
import type { Somebody } from '../../support/http/httpWorld.ts'

const secret = 'Nachtigall'

/** All that somebody could read out of a document of one version, on one line. */
async function text({ world, path }: AdoptedScene, who: Somebody, name: string, version: number | null): Promise<string> {
  const query = version === null ? '' : `?version=${version}`
  const response = await fetch(`${world.url}/api${path}/exports/${name}${query}`, {
    headers: { authorization: `Bearer ${who.token}` },
  })
  expect([name, response.status]).toEqual([name, 200])
  const all = await allOf(name, new Uint8Array(await response.arrayBuffer()))
  return all.replace(/\s+/g, ' ')
}

const texts = recordExports.filter((name) => name.startsWith('record.') && name !== 'record.json')

test('[EXP100] every document is made of any version, says which one it is, and what that was worth', async () => {
  const scene = await adoptedScene(secret)
  const { coordinator } = scene.group.people
  const key = (await scene.keys(3)).find((one) => one.startsWith('outcome:')) ?? ''
  const corrections = [{ part: key, text: 'agreed to meet in June.' }]
  await scene.run(coordinator, { kind: 'record.correct', corrections, reason: 'A slip of the pen' })
  await scene.run(coordinator, { kind: 'record.withdraw', reason: 'Made by mistake' })
  const marks: readonly (readonly [number | null, RegExp, RegExp, RegExp])[] = [
    [1, /Draft, not adopted, Version 1/, /May/, /June/],
    [2, /Circulated draft, not adopted, Version 2/, /May/, /June/],
    [3, /Adopted, Version 3/, /May/, /June/],
    [4, /Adopted, Version 4/, /June/, /May/],
    [null, /Adopted and withdrawn since, Version 5/, /June/, /May/],
  ]
  for (const name of texts) {
    for (const [version, mark, words, others] of marks) {
      const all = await text(scene, coordinator, name, version)
      expect(all, `${name} ${version}`).toMatch(mark)
      expect(all, `${name} ${version}`).toMatch(words)
      expect(all, `${name} ${version}`).not.toMatch(others)
    }
  }
})

test('[EXP101] a document of an earlier version tells nobody more of it than they may see now', async () => {
  const scene = await adoptedScene(secret)
  const { observer, coordinator } = scene.group.people
  for (const name of recordExports) {
    for (const version of [1, 2, 3])
      expect(await text(scene, observer, name, version), `${name} ${version}`).not.toContain(secret)
  }
  expect(await text(scene, coordinator, 'record.md', 2)).toContain(secret)
})

test('[EXP102] a version that is not there is not found, and what is no number is refused', async () => {
  const { world, path, group } = await adoptedScene(secret)
  const get = (query: string) => world.call('GET', `${path}/exports/record.md${query}`, { as: group.people.coordinator.token })
  expect((await get('?version=9')).code).toBe('notFound')
  for (const query of ['?version=0', '?version=two', '?version=1.5', '?other=1']) expect((await get(query)).code).toBe('invalid')
  expect(isRecordExport('record.md?version=1')).toBe(false)
})

test('[EXP105] an addendum stands at the end of every document of the record, numbered on, and in no agenda', async () => {
  const scene = await adoptedScene(secret)
  const { coordinator } = scene.group.people
  await scene.run(coordinator, {
    kind: 'record.addend',
    title: 'Added later',
    paragraphs: ['More was said.'],
    reason: 'Left out',
  })
  for (const name of recordExports) {
    const all = await text(scene, coordinator, name, null)
    expect(all.includes('More was said.'), name).toBe(name.startsWith('record.'))
    expect(all.includes('Added later'), name).toBe(name.startsWith('record.'))
  }
  const written = await text(scene, coordinator, 'record.md', null)
  expect(written.indexOf('More was said.')).toBeGreaterThan(written.indexOf('Write to the capitals'))
  expect(written).toMatch(/3\\?\. More was said/)
  expect(await text(scene, coordinator, 'record.md', 3)).not.toContain('More was said.')
})
