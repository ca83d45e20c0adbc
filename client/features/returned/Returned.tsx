import { useMay, useMeeting, useReadable } from '../../store/index.ts'
import { LeftBanner } from './LeftBanner.tsx'
import { ReturnedBanner } from './ReturnedBanner.tsx'

/** What there is to say of copies from before a restore: this device's own, and those that wait for a decision. */
export function Returned() {
  const left = useReadable(useMeeting().left)
  const seesAll = useMay('copy.read')
  return (
    <>
      {left.map((copy) => (
        <LeftBanner key={copy.copyId} copy={copy} />
      ))}
      {seesAll ? <ReturnedBanner /> : null}
    </>
  )
}
