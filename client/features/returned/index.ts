// returned: copies of a record from before the server was restored: what is on this device, and what coordinators take in of them.
// Takes in by ordinary edits and commands alone; must not know how a copy is kept or compared.
export { Returned } from './Returned.tsx'
