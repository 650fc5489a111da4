/**
 * The one table from what went wrong to the process's exit code (docs/reference/exit-codes.md; numbers of sysexits.h).
 * `check` is asked for a diagnosis and ends with 0 or 1 whatever it finds; the same findings end `send`, `list` and
 * `read` as here.
 */
import type { FindingCode, ProblemCode } from '@sparekey/core'
import type { OwnCode } from '../words/failures.ts'

export type FailureCode = FindingCode | ProblemCode | OwnCode

export const checkFoundAProblem = 1
export const demoWentWrong = 1

export const exitCodes = {
  ok: 0,

  'message-refused': 1,
  'too-many-recipients': 1,
  'mailbox-full': 1,
  'message-too-large': 1,
  'recipient-refused': 1,
  'recipient-unreachable': 1,

  usage: 64,
  'bad-date': 64,
  'bad-using': 64,
  'missing-secret': 64,
  'bad-client-id': 64,

  'bad-address': 65,
  'bad-secret': 65,
  'bad-server-map': 65,
  'map-not-private': 65,
  'map-not-local': 65,
  'bad-message': 65,
  'bad-config': 65,
  'store-not-private': 65,
  'store-damaged': 65,

  'file-missing': 66,
  'file-unreadable': 66,
  // sysexits.h: "this could also include errors like 'no message' to a mailer"
  'folder-missing': 66,
  'message-missing': 66,

  'host-not-found': 68,

  'connection-refused': 69,
  'connection-dropped': 69,
  'tls-needed': 69,
  'tls-not-spoken': 69,
  'tls-too-old': 69,
  'certificate-untrusted': 69,
  'certificate-wrong-name': 69,
  'certificate-expired': 69,
  'mock-not-running': 69,
  'port-in-use': 69,
  'cannot-listen': 69,
  'keyring-unavailable': 69,

  internal: 70,
  'output-exists': 73,
  'output-failed': 73,
  'write-failed': 74,

  'connection-timeout': 75,
  'sign-in-timeout': 75,
  throttled: 75,
  'quota-exceeded': 75,
  'idle-timeout': 75,
  'server-unavailable': 75,
  'store-busy': 75,

  'not-a-mail-server': 76,
  'protocol-broken': 76,
  'client-protocol-error': 76,

  'app-password-needed': 77,
  'app-password-wrong': 77,
  'password-wrong': 77,
  'basic-auth-retired': 77,
  'account-blocked': 77,
  'protocol-off': 77,
  'mailbox-not-connected': 77,
  'no-mailbox': 77,
  'shared-mailbox-name': 77,
  'smtp-auth-off-mailbox': 77,
  'smtp-auth-off-tenant': 77,
  'smtp-auth-probably-off': 77,
  'security-defaults': 77,
  'policy-blocked': 77,
  'sender-not-allowed': 77,
  'not-authenticated': 77,
  'sender-unverified': 77,
  'sender-restricted': 77,
  'tenant-restricted': 77,
  'relay-refused': 77,
  'sender-distrusted': 77,
  'token-refused': 77,
  'token-expired': 77,
  'token-wrong-account': 77,
  'token-wrong-audience': 77,
  'token-app-only': 77,
  'token-too-long': 77,
  'sign-in-declined': 77,
  'sign-in-again': 77,
  'device-code-blocked': 77,
  'request-malformed': 77,
  'consent-missing': 77,
  'account-not-admitted': 77,
  'unknown-refusal': 77,
  'sign-in-refused': 77,

  'settings-differ': 78,
  'legacy-host-retired': 78,
  'not-a-microsoft-address': 78,
  'mx-elsewhere': 78,
  'account-missing': 78,
  'client-id-missing': 78,
  'no-token': 78,
  'client-refused': 78,
  'scope-wrong': 78,
  'program-too-old': 78,
  'program-cannot-oauth': 78,
  'clock-wrong': 78,

  aborted: 130,
  interrupted: 130,
} as const satisfies Record<FailureCode, number>

/** 128 and the signal's number, as shells report it. */
export const signalExitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
