import type { FindingCode } from '../errors/codes.ts'
import type { ErrorCode } from '../errors/details.ts'
import { excerpt, failure, protocolBroken, socketFailure } from '../errors/failure.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import { Stop } from '../protocols/dialogue.ts'
import type { ProbeWord } from '../protocols/step.ts'
import { codeOfWord } from '../protocols/words.ts'
import type { Protocol } from '../settings/settings.ts'
import type { StepFailed } from './steps.ts'
import { failureSaid } from './said.ts'

/** The error for a step that failed: it has the code of the finding that a check gives, and the server's words. */
export function stepFailure({ step, cause }: StepFailed, protocol: Protocol): SparekeyError {
  const { step: name, error: word = '' } = step
  const reply = step.reply?.replace(tag, '')
  const said = reply === undefined ? undefined : failureSaid(protocol, reply, name !== 'sign-in')
  if (said && !isAborted(cause)) return said
  if (name === 'sign-in' && word === 'refused') return signInRefused(protocol, reply ?? '')
  if (cause instanceof Stop) return stopped(codeOfWord(name, word), cause.word, { protocol, ...quoted(reply) })
  const failed = socketFailure(cause)
  return reply === undefined || isAborted(cause)
    ? failed
    : failure<ErrorCode>(failed.code, { ...failed.details, ...quoted(reply) }, failed.cause)
}

/** IMAP's answers begin with what we gave the command as a name. */
const tag = /^[AT]\d (?=OK|NO|BAD)/

function isAborted(cause: unknown): boolean {
  return cause instanceof SparekeyError && cause.code === 'aborted'
}

function quoted(reply: string | undefined): { reply?: string } {
  return reply === undefined ? {} : { reply: excerpt(reply) }
}

function signInRefused(protocol: Protocol, reply: string): SparekeyError {
  return saysNo[protocol].test(reply)
    ? failure('sign-in-refused', { reply })
    : protocolBroken('no-answer-to-sign-in', { reply, word: protocol.toUpperCase() })
}

/** Anything else, such as a yes before the secret was said, is no answer to a sign-in. */
const saysNo = { imap: /^(?:NO|BAD)\b/i, pop3: /^-ERR/, smtp: /^[45]/ } as const satisfies Record<Protocol, RegExp>

type Words = { protocol: Protocol; reply?: string }

/** A dialogue that stopped by itself: it says why in a word of its own. */
function stopped(code: FindingCode, word: ProbeWord, { protocol, reply }: Words): SparekeyError {
  const said = reply === undefined ? {} : { reply }
  if (code === 'tls-needed')
    return failure(code, { problem: insecure.find((known) => known === word) ?? 'no-tls', ...said })
  if (code === 'not-a-mail-server') {
    return failure(code, { problem: word === 'endless' ? word : 'other-protocol', protocol, ...said })
  }
  return failure<FindingCode>(code, said)
}

const insecure = ['preauth', 'starttls-missing', 'starttls-refused', 'bytes-before-tls', 'tls-spoken'] as const
