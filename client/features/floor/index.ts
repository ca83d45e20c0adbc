// floor: the timer of the item and the speakers' list, as the chair runs them and as everybody sees them.
// Decides nothing: what may be done is asked of the store, what is done is a command.
export { FloatingAskButton } from './AskButton.tsx'
export { SpeakersList } from './SpeakersList.tsx'
export { Timer } from './Timer.tsx'
