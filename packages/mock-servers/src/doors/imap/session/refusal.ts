/** What a command comes to. A refusal is a value; from deep inside an argument it is thrown, and caught in one place. */
import { type Complaint, complaint as inVoice } from '../../../voices/imap.ts'

export type Result = {
  status: 'OK' | 'NO' | 'BAD'
  /** Response code without its brackets, such as `APPENDUID 14 3`. */
  code?: string
  /** If absent, Microsoft's words for the completion of the command. */
  text?: string
  /** Words after `* BYE`: sent after the answer, and then the connection ends. */
  goodbye?: string
}

export const done: Result = { status: 'OK' }

/** @param subject what the sentence speaks about: a folder's name as the client wrote it, or the command */
export function refused(complaint: Complaint, subject = ''): Result {
  return inVoice(complaint, subject)
}

export class Refusal extends Error {
  override name = 'Refusal'
  readonly result: Result

  constructor(result: Result) {
    super(result.text)
    this.result = result
  }
}

/** Ends a command from where no result can be returned. */
export function refuse(complaint: Complaint, subject = ''): never {
  throw new Refusal(refused(complaint, subject))
}
