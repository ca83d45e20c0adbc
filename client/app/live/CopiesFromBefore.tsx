import { useMay, useMeeting, useReadable } from '../../store/index.ts'
import { later } from '../../ui/index.ts'

const Returned = later(async () => (await import('../../features/returned/index.ts')).Returned, ['returned'])

/** Copies from before a restore, where there can be something to say of them; most pages never fetch this part. */
export function CopiesFromBefore() {
  const hasOwn = useReadable(useMeeting().left).length > 0
  const seesAll = useMay('copy.read')
  return hasOwn || seesAll ? <Returned /> : null
}
