// actions: who does what by when, under an item. Status is shown and never set here: it is a command of the session (DECIDED 2).
export { Actions, type ActionsProps } from './Actions.tsx'
