/** What a session answers to one thing its client did, and what comes next. No sockets, no sentences. */

/** One reply, which may have several lines (RFC 5321, 4.2.1); the code is put before each of them when it is written. */
export type Reply = { code: number; lines: readonly string[] }

export type Next =
  | { kind: 'command' }
  | { kind: 'close' }
  | { kind: 'tls' }
  /** The message up to the lone dot. `finish` gets undefined if it was larger than the limit. */
  | { kind: 'message'; limit: number; finish: (raw: Buffer | undefined) => Step }
  /** So many octets, at least one, whatever they are (RFC 3030). */
  | { kind: 'octets'; count: number; take: (octets: Buffer) => void; finish: () => Step }

export type Step = { replies: readonly Reply[]; next: Next }

/** @param line a voice's line, beginning with its code */
export function reply(line: string): Reply {
  return { code: Number(line.slice(0, 3)), lines: [line.slice(4)] }
}
