import { expect, test } from 'vitest'
import { hostileFrames, hostilePackets } from './corpus/frames.ts'
import { HostileLine } from './HostileLine.ts'
import { watched } from './witness.ts'

/** A client's frame of the WebSocket protocol with a mask of zeroes. */
function wsFrame(first: number, payload: Uint8Array, masked = true): Uint8Array {
  const size = payload.length < 126 ? [payload.length] : [126, payload.length >> 8, payload.length & 255]
  const [length = 0, ...rest] = size
  return new Uint8Array([first, length | (masked ? 0x80 : 0), ...rest, ...(masked ? [0, 0, 0, 0] : []), ...payload])
}

test('[HOS4] whatever is no message of the stock protocol closes its sender alone, and what is only odd changes nothing', async () => {
  const watch = await watched()
  const ends: string[] = []
  for (const { name, data } of hostileFrames) {
    const line = await HostileLine.join(watch.world, 'stock', watch.mallory)
    line.say(data)
    await line.hasRead()
    if (hostileFrames.find((frame) => frame.name === name)?.end !== 'nothing') await line.closed()
    ends.push(`${name}: ${line.isClosed ? await line.closed() : 'nothing'}`)
    line.leave()
    await watch.unharmed(name)
  }
  expect(ends).toEqual(hostileFrames.map(({ name, end }) => `${name}: ${end}`))
})

test('[HOS5] whatever is no packet of ours ends its line or is refused, and nobody else hears of it', async () => {
  const watch = await watched()
  const ends: string[] = []
  for (const { name, data } of hostilePackets) {
    const line = await HostileLine.join(watch.world, 'socket', watch.mallory)
    line.say(typeof data === 'string' ? data.replaceAll('MEETING', watch.world.meetingId) : data)
    // What is asked behind it is answered by a line that goes on.
    line.say('429["clock.ask",{}]')
    await line.until(() => line.isClosed || line.answer(9) !== null)
    const code = /"code":"(\w+)"/.exec(line.answer(2) ?? '')?.[1]
    ends.push(`${name}: ${line.isClosed ? 'closed' : (code ?? 'nothing')}`)
    line.leave()
    await watch.unharmed(name)
  }
  expect(ends).toEqual(hostilePackets.map(({ name, end }) => `${name}: ${end}`))
})

for (const door of ['stock', 'socket'] as const) {
  test(`[HOS6] frames that break the WebSocket protocol, and floods of what it answers by itself, end that line (${door})`, async () => {
    const watch = await watched()
    const tries: readonly (readonly [name: string, codes: readonly number[], work: (line: HostileLine) => void])[] = [
      ['a frame without a mask', [1002], (line) => line.raw(wsFrame(0x82, new Uint8Array(4), false))],
      ['reserved bits', [1002], (line) => line.raw(wsFrame(0xf2, new Uint8Array(4)))],
      ['a frame of a kind that nobody has', [1002], (line) => line.raw(wsFrame(0x83, new Uint8Array(4)))],
      ['a control frame in pieces', [1002], (line) => line.raw(wsFrame(0x09, new Uint8Array(4)))],
      ['text that is no text', [1007], (line) => line.raw(wsFrame(0x81, new Uint8Array([0xff, 0xfe])))],
      [
        'a frame of 100 MiB, said and not sent',
        [1009],
        (line) => line.raw(new Uint8Array([0x82, 0xff, 0, 0, 0, 0, 6, 64, 0, 0, 0, 0, 0, 0])),
      ],
      [
        'pieces of one byte without end',
        [1008],
        (line) => {
          line.raw(wsFrame(0x02, new Uint8Array(1)))
          for (let piece = 0; piece < 2_000; piece += 1) line.raw(wsFrame(0x00, new Uint8Array(1)))
        },
      ],
      [
        'a flood of pings',
        [1006],
        (line) => {
          for (let ping = 0; ping < 500; ping += 1) line.raw(wsFrame(0x89, new Uint8Array(120)))
        },
      ],
    ]
    for (const [name, codes, work] of tries) {
      const line = await HostileLine.join(watch.world, door, watch.mallory)
      work(line)
      expect(codes, name).toContain(await line.closed())
      await watch.unharmed(name)
    }
  })
}
