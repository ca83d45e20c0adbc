/** The live meeting. */
export const live = {
  openingMeeting: 'Opening the meeting',
} as const
