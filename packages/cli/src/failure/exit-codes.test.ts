import { expect, it } from 'vitest'
import { exitCodes, signalExitCodes } from './exit-codes.ts'

/** What scripts rely on, as docs/reference/exit-codes.md has it: the numbers of sysexits.h. */
const groups: readonly (readonly [number, string])[] = [
  [0, 'ok'],
  [1, 'message-refused too-many-recipients mailbox-full message-too-large recipient-refused recipient-unreachable'],
  [64, 'usage bad-date bad-using missing-secret bad-client-id'],
  [65, 'bad-address bad-secret bad-server-map map-not-private map-not-local bad-message bad-config'],
  [65, 'store-not-private store-damaged'],
  [66, 'file-missing file-unreadable folder-missing message-missing'],
  [68, 'host-not-found'],
  [69, 'connection-refused connection-dropped tls-needed tls-not-spoken tls-too-old'],
  [69, 'certificate-untrusted certificate-wrong-name certificate-expired'],
  [69, 'mock-not-running port-in-use cannot-listen keyring-unavailable'],
  [70, 'internal'],
  [73, 'output-exists output-failed'],
  [74, 'write-failed'],
  [75, 'connection-timeout sign-in-timeout throttled quota-exceeded idle-timeout server-unavailable store-busy'],
  [76, 'not-a-mail-server protocol-broken client-protocol-error'],
  [77, 'app-password-needed app-password-wrong password-wrong basic-auth-retired account-blocked protocol-off'],
  [77, 'mailbox-not-connected smtp-auth-off-mailbox smtp-auth-off-tenant security-defaults policy-blocked'],
  [77, 'sender-not-allowed token-refused token-expired token-wrong-account sign-in-declined sign-in-again'],
  [77, 'no-mailbox shared-mailbox-name smtp-auth-probably-off not-authenticated relay-refused sender-distrusted'],
  [77, 'sender-unverified sender-restricted tenant-restricted device-code-blocked request-malformed'],
  [77, 'token-wrong-audience token-app-only token-too-long'],
  [77, 'consent-missing account-not-admitted unknown-refusal sign-in-refused'],
  [78, 'settings-differ not-a-microsoft-address account-missing client-id-missing no-token client-refused clock-wrong'],
  [78, 'legacy-host-retired mx-elsewhere scope-wrong program-too-old program-cannot-oauth'],
  [130, 'aborted interrupted'],
]

it('every way a run can end has the exit code that the reference gives it', () => {
  const promised = groups.flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const))
  expect(exitCodes).toEqual(Object.fromEntries(promised))
})

it('a run that a signal ends tells which, as shells do', () => {
  expect(signalExitCodes).toEqual({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })
})
