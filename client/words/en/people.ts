export const people = {
  pending: 'Loading',
} as const
