import type { Caller } from '../../shared/access/index.ts'
import type { Result } from '../../shared/base/index.ts'
import type { SessionCommand } from '../../shared/session/index.ts'
import type { Log } from '../base/index.ts'
import type { Connection, Rooms } from '../rooms/index.ts'

type Facts = Readonly<Record<string, string | null>>

/**
 * The rooms, with what matters for security in the log, whichever door it came by: who came in or was not let in, what was
 * refused them (once a kind and place, so that nobody can fill the log), and every command that makes a record firmer or less
 * so. Of the other commands nothing is noted: who asked for the floor may be nobody's to know (DECIDED 14).
 */
export function noteRooms(rooms: Rooms, log: Log): Rooms {
  async function entered<T extends { readonly connection: Connection }>(
    caller: Caller,
    document: string,
    entering: Promise<Result<T>>,
  ): Promise<Result<T>> {
    const facts = { document, person: personOf(caller) }
    const result = await entering
    if (!result.ok) {
      log.warn({ ...facts, code: result.refusal.code }, 'not let in')
      return result
    }
    log.info(facts, 'came in')
    const { value } = result
    return { ok: true, value: { ...value, connection: notedConnection(value.connection, log, facts) } }
  }

  const noted: Pick<Rooms, 'join' | 'joinReport' | 'joinDocument' | 'command'> = {
    join: (caller, ask, sink) => entered(caller, ask.meetingId, rooms.join(caller, ask, sink)),
    joinReport: (caller, reportId, ask, sink) => entered(caller, reportId, rooms.joinReport(caller, reportId, ask, sink)),
    joinDocument: (caller, documentId, ask, sink) =>
      entered(caller, documentId, rooms.joinDocument(caller, documentId, ask, sink)),
    command: async (caller, meetingId, command) => {
      const facts = { document: meetingId, person: personOf(caller) }
      return noteCommand(log, facts, command, await rooms.command(caller, meetingId, command))
    },
  }
  return instead(rooms, noted)
}

function notedConnection(connection: Connection, log: Log, facts: Facts): Connection {
  const told = new Set<string>()
  function noted<T>(what: string, result: Result<T>): Result<T> {
    const name = result.ok ? null : `${what} ${result.refusal.code}`
    if (!result.ok && name !== null && !told.has(name)) {
      told.add(name)
      log.warn({ ...facts, what, code: result.refusal.code }, 'refused')
    }
    return result
  }
  return instead<Connection, Partial<Connection>>(connection, {
    announce: (clientIds) => noted('announce', connection.announce(clientIds)),
    update: async (bytes) => noted('update', await connection.update(bytes)),
    sync: async (stateVector) => noted('sync', await connection.sync(stateVector)),
    presence: (clientId, state) => noted('presence', connection.presence(clientId, state)),
    spend: () => noted('message', connection.spend()),
    command: async (command) => noteCommand(log, facts, command, noted('command', await connection.command(command))),
  })
}

function noteCommand<T>(log: Log, facts: Facts, { kind }: SessionCommand, result: Result<T>): Result<T> {
  if (!/^(record|meeting)\./.test(kind)) return result
  log.info({ ...facts, command: kind, code: result.ok ? 'ok' : result.refusal.code }, 'command')
  return result
}

/** Nobody signed in is nobody by name. */
function personOf(caller: Caller): string | null {
  return caller.kind === 'stranger' ? null : caller.person
}

/** The same thing with some of its methods replaced, whatever it is made of. */
function instead<T extends object, Replaced extends Partial<T>>(inner: T, replaced: Replaced): T {
  return new Proxy(inner, {
    get(target, name) {
      if (Object.hasOwn(replaced, name)) return Reflect.get(replaced, name)
      const own: unknown = Reflect.get(target, name)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}
