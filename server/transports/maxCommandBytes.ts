/**
 * The largest message of the live door, and the longest command by HTTP: 1 MiB of Yjs bytes as base64, or a corrigendum with five
 * texts of the greatest length a record may have, in any script; with what stands around it.
 */
export const maxCommandBytes = 1_500_000
