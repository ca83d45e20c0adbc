// presence: who is in the meeting, by delegation, and who writes where. Never announces anybody's typing.
export { BarPlates } from './BarPlates.tsx'
export { PresentList } from './PresentList.tsx'
export { Writers } from './Writers.tsx'
