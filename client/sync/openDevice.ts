import { Device } from './Device.ts'

/** What this browser keeps, or null where it keeps nothing. */
export async function openDevice(): Promise<Device | null> {
  try {
    return await Device.open(indexedDB)
  } catch {
    // No storage to be had (private window, blocked): the document works on the line alone, and the page says so.
    return null
  }
}
