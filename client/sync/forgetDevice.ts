import { openDevice } from './openDevice.ts'

/** How many changes on this device the server does not have yet; asked before signing out. */
export async function waiting(): Promise<number> {
  const device = await openDevice()
  if (device === null) return 0
  const count = await device.waiting()
  device.close()
  return count
}

/** Forgets every record and every unsent word on this device. Ask first when anything waits. */
export async function forgetDevice(): Promise<void> {
  const device = await openDevice()
  await device?.forget()
  device?.close()
}
