export declare function cpuSecondsOf(pid: number): number
export declare function parseCpuSeconds(line: string): number
export declare function residentBytesOf(pid: number): number
export declare function percentile(values: readonly number[], share: number): number
export declare function spreadOf(values: readonly number[]): {
  readonly median: number
  readonly min: number
  readonly max: number
}
