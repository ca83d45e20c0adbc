export const groups = {
  pending: 'Loading',
} as const
