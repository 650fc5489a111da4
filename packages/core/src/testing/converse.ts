import { parse } from '@sparekey/testkit/transcript'
import { Stop, type Dialogue, type Move } from '../protocols/dialogue.ts'

export type Conversation<T> = {
  /** What it came to; nothing if it still waits for the server. */
  value?: T
  stopped?: { word: string; reply?: string }
  /** How the steps went: `greeting`, `tls skipped no-tls`. */
  steps: string[]
}

/**
 * Has a dialogue without any connection: `S:` lines are given to it as it asks for them, `C:` lines are demanded of it, one
 * after the other. Not part of the product.
 */
export function converse<T>(dialogue: Dialogue<T>, transcript: string): Conversation<T> {
  const left = parse(transcript).map(({ side, text }) => `${side}: ${text}`)
  const steps: string[] = []
  const did: string[] = []
  const demand = (line: string) => {
    did.push(line)
    const wanted = left.shift()
    if (wanted !== line) throw new Error(`wanted: ${wanted ?? 'nothing more'}\ncame:   ${did.join('\n        ')}`)
  }
  const answer = (move: Move): string | undefined => {
    if (move.do === 'begin') steps.push(move.step)
    if (move.do === 'skip') steps.push(`${move.step} skipped ${move.word}`)
    if (move.do === 'say') demand(`C: ${move.line}`)
    if (move.do === 'secure') demand('C: (TLS)')
    if (move.do !== 'hear') return ''
    if (left.length === 0) return undefined
    const said = left.shift()!
    did.push(said)
    if (!said.startsWith('S: ')) throw new Error(`wanted: ${said}\ncame:   a wait for the server`)
    return said.slice(3)
  }
  const ended = (outcome: Pick<Conversation<T>, 'value' | 'stopped'>): Conversation<T> => {
    if (left.length > 0) throw new Error(`the dialogue ended before: ${left[0]}`)
    return { ...outcome, steps }
  }
  try {
    let turn = dialogue.next()
    while (!turn.done) {
      const given = answer(turn.value)
      if (given === undefined) return { steps }
      turn = dialogue.next(given)
    }
    return ended({ value: turn.value })
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return ended({ stopped: { word: error.word, ...(error.reply !== undefined && { reply: error.reply }) } })
  }
}
