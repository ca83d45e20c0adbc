// transports: the doors: HTTP, Socket.io, the stock y-websocket endpoint, the machine's own socket. Each finds out who is calling by
// the one function, parses what came by shared/protocol, and answers refusals by the one table. Decides no right itself.
export { createHttpDoor } from './http/createHttpDoor.ts'
export { createIdentify, originAllowed } from './identify.ts'
export { type AskedBackup, askBackup } from './machine/askBackup.ts'
export { askServer } from './machine/askServer.ts'
export type { Command, CommandOutcome } from './machine/command.ts'
export { commandSchema } from './machine/command.ts'
export { createCommandDoor } from './machine/createCommandDoor.ts'
export { runCommand } from './machine/runCommand.ts'
export { socketPath } from './machine/socketPath.ts'
export { maxLines } from './maxLines.ts'
export { createSocketDoor } from './socket/createSocketDoor.ts'
export { createYWebsocketDoor } from './ywebsocket/createYWebsocketDoor.ts'
