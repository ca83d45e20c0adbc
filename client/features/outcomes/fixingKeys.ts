/** The key of each standing, outside text; never translated. */
export const fixingKeys = {
  bracketed: 'B',
  coordinatorView: 'V',
  noAgreement: 'X',
  deferred: 'D',
  proposed: 'R',
} as const
