import type { ImapFlowError } from 'imapflow'
import { badMessage, failure, socketFailure } from '../../errors/failure.ts'
import type { SparekeyError } from '../../errors/sparekey-error.ts'
import type { Hide } from '../../wire/hide-proof.ts'
import { failureSaid } from '../../wire/said.ts'

/**
 * imapflow's message always says "Command failed"; what the server said stands in other fields, whole and in pieces, so that
 * such an error is nobody's cause.
 */
export function imapFailure(error: unknown, hide: Hide): SparekeyError {
  const { code, responseStatus, responseText, response, serverResponseCode, reason } = error as ImapFlowError
  const text = responseText ?? (typeof response === 'string' ? response : undefined) ?? reason
  const said = [responseStatus, serverResponseCode && `[${serverResponseCode}]`, text].filter(Boolean).join(' ')
  const words = hide(said)
  const details = words === '' ? {} : { reply: words }
  const named = failureSaid('imap', words)
  if (named) return named
  if (code === 'ETHROTTLE') return failure('throttled', details)
  if (code === 'LiteralTooLarge') return badMessage('too-large', {}, error)
  if (/^(NoConnection|EConnectionClosed|StateLogout|ClosedAfter\w+)$/.test(code ?? '')) {
    return failure('connection-dropped', details)
  }
  if (responseStatus !== undefined || /^ParserError|TooLarge$|^TooMany|^InvalidResponse$|Tag$/.test(code ?? '')) {
    return failure('protocol-broken', { problem: 'command-failed', ...details })
  }
  return socketFailure(error)
}
