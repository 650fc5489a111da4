/** What `engine.ts` uses of hoodiecrow-imap 2.1.0, which has no types of its own. */
declare module 'hoodiecrow-imap' {
  import type { EventEmitter } from 'node:events'

  namespace hoodiecrow {
    type State = 'Not Authenticated' | 'Authenticated' | 'Selected' | 'Logout'

    /** `null` is NIL. */
    type Attribute =
      | { type: 'ATOM' | 'STRING' | 'TEXT' | 'SECTION'; value?: string; section?: Attribute[] }
      | Attribute[]
      | null

    type Parsed = { tag: string; command: string; attributes?: Attribute[] }

    type Response = { tag: string; command: string; attributes: Attribute[] }

    type Connection = {
      state: State
      socket: { end(): void } | null
      send(response: Response, description: string, parsed?: Parsed): void
    }

    type CommandHandler = (connection: Connection, parsed: Parsed, data: string, callback: () => void) => void

    type OutputHandler = (
      connection: Connection,
      response: Response,
      description: string,
      parsed: Parsed | undefined,
    ) => void

    type Server = EventEmitter & {
      readonly outputHandlers: OutputHandler[]
      readonly connectionHandlers: ((connection: Connection) => void)[]
      registerCapability(keyword: string, handler?: (connection: Connection) => boolean): void
      setCommandHandler(command: string, handler: CommandHandler): void
      getCommandHandler(command: string): CommandHandler | false
      /** Makes a connection, which greets and listens on the socket, and hands it to `connectionHandlers`. */
      createClient(socket: EventEmitter): void
    }

    type Options = {
      plugins: (string | ((server: Server) => void))[]
      storage: Record<string, { separator?: string; type?: 'personal' }>
      users: Record<string, never>
      /** Without them it reads its own, which have expired. */
      credentials: object
      id: Record<string, string>
    }
  }

  function hoodiecrow(options: hoodiecrow.Options): hoodiecrow.Server
  export = hoodiecrow
}
