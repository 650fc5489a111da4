import { expect } from 'vitest'
import type { Peer } from './scripted-server.ts'

/**
 * A scripted server's side of a dialogue written like an RFC's: `C:` lines are demanded of the client, `S:` lines are
 * sent, bytes are sent as they are. Not part of the product.
 */
export function play(dialogue: string | readonly (string | Buffer)[]) {
  const steps = typeof dialogue === 'string' ? dialogue.trim().split('\n') : dialogue
  return async (peer: Peer): Promise<void> => {
    for (const step of steps) {
      if (typeof step !== 'string') {
        await peer.sendApart(step)
        continue
      }
      const [, side, text] = /^\s*([CS]): ?(.*)$/.exec(step)!
      if (side === 'S') peer.send(`${text}\r\n`)
      else expect(await peer.line()).toBe(text)
    }
  }
}
