// projector: the meeting on the wall: current item, its time, the outcome that is worked on, who speaks.
// Shows and never changes: it sends nothing, holds no document, and what is set here stays on this machine.
export { Wall, type WallProps } from './Wall.tsx'
