import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { BringInAnswer } from '../../../shared/protocol/index.ts'
import { httpWorld } from '../../support/http/httpWorld.ts'

test('[BRI1] old minutes are read over HTTP, and a draft is made out of what was taken', async () => {
  const world = await httpWorld()
  const { groupId, people } = await world.group()
  const as = people.rapporteur.token
  const bytes = readFileSync('/work/shared/samples/openjs-cpc-2019-06-19.md')
  const response = await fetch(`${world.url}/api/groups/${groupId}/bring-ins?name=openjs.md`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  })
  const preview = (await response.json()) as BringInAnswer
  expect(response.status, JSON.stringify(preview).slice(0, 300)).toBe(200)
  const finds = preview.finds.map(({ id }) => ({ id, take: true }))
  const made = await world.call('POST', `/groups/${groupId}/bring-ins/${preview.bringInId}/accept`, { as, body: { finds } })
  expect(made.status, made.raw).toBe(201)
  const record = await world.call('GET', `/meetings/${made.text('meetingId')}/record`, { as })
  console.log(JSON.stringify(record.json, null, 1).slice(0, 6000))
  const md = await world.call('GET', `/meetings/${made.text('meetingId')}/exports/record.md`, { as })
  console.log(md.raw)
})
