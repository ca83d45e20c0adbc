import { createLog, createNewId, createReportFault, systemRandom } from '../../../server/base/index.ts'

// A process that logs onto a full disk, with the same last resort as the server. It ends well only if its turns still come.
const log = createLog({ level: 'info' })
const reportFault = createReportFault(log, createNewId(systemRandom()))
process.on('uncaughtException', (error) => reportFault(error, { last: 'uncaughtException' }))

let turns = 0
const timer = setInterval(() => {
  turns += 1
  log.info({ turns }, 'a line')
  if (turns < 5) return
  clearInterval(timer)
  process.exit(0)
}, 1)
