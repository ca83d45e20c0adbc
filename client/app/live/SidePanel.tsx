import { AttendancePart } from '../../features/attendance/index.ts'
import { SpeakersList, Timer } from '../../features/floor/index.ts'
import { PresentList } from '../../features/presence/index.ts'
import styles from './LivePage.module.css'

/** What stands beside the sheet: the floor and those present. It comes after the sheet, which is what people are here for. */
export function SidePanel() {
  return (
    <>
      <div className={styles.floorPart}>
        <Timer />
        <SpeakersList />
      </div>
      <div className={styles.peoplePart}>
        <AttendancePart />
        <PresentList />
      </div>
    </>
  )
}
