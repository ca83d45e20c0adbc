export const record = {
  pending: 'Loading',
} as const
