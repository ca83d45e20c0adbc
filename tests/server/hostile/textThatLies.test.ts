import { expect, test } from 'vitest'
import { watched } from './witness.ts'

test('[HOS22] controls of direction, and others that nobody sees, are in nothing that is read of a record', async () => {
  const watch = await watched()
  const { world, anna } = watch
  await anna.type(' \u202egnorw\u202c \u2066in\u2069\u0000\u0007 order')
  const record = await world.rooms.readRecord(world.meetingId)
  if (!record.ok) throw new Error(record.refusal.code)
  const words = record.value.outcomes[0]?.text
    .flatMap((block) => ('runs' in block ? block.runs.map(({ text }) => text) : []))
    .join('')
  expect(words).toContain(' gnorw in order')
  expect(JSON.stringify(record.value)).not.toMatch(/\\u0000|[\u202a-\u202e\u2066-\u2069]/)
  await watch.unharmed('controls')
})
