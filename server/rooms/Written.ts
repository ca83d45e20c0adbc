/** A stretch of clocks that an update adds under one id. */
export interface Written {
  readonly clientId: number
  readonly clock: number
  readonly length: number
}
