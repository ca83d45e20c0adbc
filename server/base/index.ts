// base: what every room of the server needs and none owns: time, randomness, hashes, the log, the environment.
// Must not know a word of the meeting.
export { type Clock, systemClock } from './Clock.ts'
export { createReportFault, type FaultFacts, type ReportFault } from './createReportFault.ts'
export { createLog, type Log, type LogLevel } from './log.ts'
export { createNewId, newSecret, type Random, systemRandom } from './random.ts'
export { type Config, readConfig } from './readConfig.ts'
export { sameHash, sha256, sha256Digest } from './sha256.ts'
