import * as Y from 'yjs'
import type { Device } from './Device.ts'
import { scratch } from './scratch.ts'

/** One frame on the device instead of many, for the next opening. */
export async function compactFrames(device: Device, place: string): Promise<void> {
  await device.compact(place, (frames) => {
    const whole = scratch(frames)
    const update = Y.encodeStateAsUpdate(whole)
    whole.destroy()
    return update
  })
}
