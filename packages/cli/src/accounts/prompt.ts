/**
 * Asks for a secret on a terminal. Nothing of what is typed is shown, not even how much of it; nothing is drawn, so that
 * every terminal will do.
 */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** @returns what was typed, `undefined` if the person gave up (Ctrl+C, Ctrl+D) */
export async function askSecret(
  question: string,
  { input, output }: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<string | undefined> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  // As a terminal it takes the echo away and reads keys itself; what it would echo goes nowhere.
  const keys = createInterface({ input, output: nowhere, terminal: true, historySize: 0 })
  output.write(`${question}: `)
  const typed = await new Promise<string | undefined>((resolve) => {
    keys.once('line', resolve)
    keys.once('SIGINT', () => resolve(undefined))
    keys.once('close', () => resolve(undefined))
  })
  keys.close()
  output.write('\n')
  return typed
}
