import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalCodes } from '../../../shared/base/index.ts'
import { seedOf } from '../../support/chance.ts'
import { seeded } from '../../support/faults/seeded.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'
import { hostileFiles } from './corpus/hostileFiles.ts'

const count = Number(process.env.HOSTILE_FILES ?? 24)
const seed = seedOf('FUZZ_SEED')

test(
  `[HOT7] of ${count} hostile files each is refused for what it is or read as harmless words; nothing is written, and the next file is read (seed ${seed})`,
  async () => {
    const world = await httpWorld()
    const { groupId, meetingId, people } = await world.group()
    const as = people.coordinator.token
    const exported = await world.call('GET', `/meetings/${meetingId}/exports/record.json`, { as })
    const honest = JSON.stringify(exported.json)
    const meetings = async () => (await world.call('GET', `/groups/${groupId}/meetings`, { as })).list('items').length
    const files = () =>
      readdirSync(world.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => !/\d{6}|LOG/.test(name))
    const before = { meetings: await meetings(), files: files() }
    const passed: string[] = []
    for (const [index, file] of hostileFiles(count, seeded(seed), honest).entries()) {
      const name = `${index} ${file.name}`
      const minutes = file.way === 'minutes'
      const path = minutes ? `/groups/${groupId}/bring-ins?name=${file.name}` : `/groups/${groupId}/meetings/import/preview`
      const headers = { 'content-type': minutes ? 'application/octet-stream' : 'application/json' }
      const answer = await world.call('POST', path, { as, headers, raw: new Blob([Buffer.from(file.bytes)]) })
      if (answer.status === 200) passed.push(file.name)
      else {
        expect(answer.status, `${name} ${answer.raw}`).toBeLessThan(500)
        expect(refusalCodes, name).toContain(answer.code)
        expect(answer.code, name).not.toBe('internal')
      }
      if (file.mustBeRefused) expect(answer.status, name).not.toBe(200)
      expect(answer.raw, name).not.toMatch(/\.ts:|node:|at \w+ \(/)
    }
    expect(passed.length).toBeLessThan(count / 3)
    expect({ meetings: await meetings(), files: files() }).toEqual(before)
    expect(world.logged.filter((line) => line.includes('"level":50'))).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
    const good = new Blob(['# Council meeting\n\nPresent: Ann Lee\n'])
    const headers = { 'content-type': 'application/octet-stream' }
    expect((await world.call('POST', `/groups/${groupId}/bring-ins?name=a.md`, { as, headers, raw: good })).status).toBe(200)
  },
  60_000 + count * 5_000,
)
