/** The data folder cannot be used; the message is the one line to print before stopping. */
export class CannotOpen extends Error {}
