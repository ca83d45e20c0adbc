export type { GroupRecord } from './types.ts'
