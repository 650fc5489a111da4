/** Our commands as hoodiecrow's handlers: a refusal that was thrown becomes its answer, a fault of ours a NO. */
import type { CommandFile, Request } from './commands/command.ts'
import { files } from './commands/table.ts'
import type { Handler } from './session/engine.ts'
import { ConnectionLost } from './wire/output.ts'
import { Refusal, refused, type Result } from './session/refusal.ts'
import type { Session } from './session/session.ts'

export const handlers: ReadonlyMap<string, Handler<Session>> = new Map(
  files.flatMap((file) =>
    file.verbs.map((name): [string, Handler<Session>] => {
      const uid = name.startsWith('UID ')
      const verb = uid ? name.slice(4) : name
      return [
        name,
        async (session, { tag, args }) => {
          const result = await run(file, { session, tag, verb, args, uid })
          session.goodbye = result.goodbye
          return result
        },
      ]
    }),
  ),
)

async function run(file: CommandFile, request: Request): Promise<Result> {
  try {
    return await file.run(request)
  } catch (error) {
    if (error instanceof Refusal) return error.result
    if (error instanceof ConnectionLost) throw error
    request.session.services.onError(error)
    return refused('unavailable')
  }
}
