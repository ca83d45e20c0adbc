// attendance: who takes part: one's own check-in, the office's list, and its counts as the report needs them.
// Shows what the session holds and sends commands; who is in the room at this moment belongs to presence.
export { AttendancePart } from './AttendancePart.tsx'
