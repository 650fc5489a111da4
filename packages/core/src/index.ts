/**
 * @sparekey/core: why a Microsoft mailbox refuses a mail program, and clients that work once it no longer does.
 * Nothing outside this file is public.
 */
export { problemCodes, SparekeyError } from './errors.ts'
export type { ErrorDetails, ProblemCode } from './errors.ts'
export { defaultTimeoutMs, realNetwork } from './network.ts'
export type { Network, Route } from './network.ts'
export { mappedNetwork } from './mapped-network.ts'
export { parseServerMap } from './server-map.ts'
export type { ServerMap } from './server-map.ts'
export { readServerMap } from './server-map-file.ts'
export { parseAddress } from './settings/address.ts'
export type { Address } from './settings/address.ts'
export { settingsFor } from './settings/settings-for.ts'
export type {
  AccountKind,
  Authentication,
  Endpoint,
  Protocol,
  Security,
  ServerSettings,
  Settings,
} from './settings/settings.ts'
export { parseUsing } from './settings/using.ts'
export type { Using } from './settings/using.ts'
export { normalizeSecret, secretShape } from './secret.ts'
export type { SecretShape } from './secret.ts'
export { findingCodes } from './diagnosis/finding.ts'
export type { Certainty, Finding, FindingCode, NextStep, Verdict } from './diagnosis/finding.ts'
export type { Observation, ProbeWord, Step, StepName } from './probe/observation.ts'
export { check } from './check.ts'
export type { CheckOptions, StepEvent } from './check.ts'
export { diagnose } from './diagnosis/diagnose.ts'
export type { Context, Diagnosis, Judged } from './diagnosis/diagnose.ts'
export type { Difference } from './diagnosis/compare.ts'
export { describe, explain } from './diagnosis/describe.ts'
export type { Language } from './diagnosis/describe.ts'
export type { CheckReport, ProtocolReport } from './diagnosis/report.ts'
export type { Text } from './diagnosis/texts/text.ts'
export { openMailbox } from './clients/open-mailbox.ts'
export type { MailboxClient, OpenMailbox } from './clients/mailbox.ts'
export type { MessageSummary, ReadMessage } from './clients/message/read.ts'
export { composeMessage } from './clients/message/compose.ts'
export type { Draft } from './clients/message/compose.ts'
export { prepareEml } from './clients/message/eml.ts'
export type { Envelope, OutgoingMessage } from './clients/message/outgoing.ts'
export { submit } from './clients/smtp.ts'
export type { Submission, SubmitResult } from './clients/smtp.ts'
export { Pop3Client } from './clients/pop3/client.ts'
export type { Pop3Limits } from './clients/pop3/client.ts'
export type { Credentials, Proof } from './credentials.ts'
export { signInWithDeviceCode } from './oauth/device-code.ts'
export type { DeviceCodePrompt } from './oauth/device-code.ts'
export { signInWithBrowser } from './oauth/browser.ts'
export type { BrowserSignInOptions } from './oauth/browser.ts'
export type { SignInOptions } from './oauth/sign-in.ts'
export { accessTokenFor } from './oauth/access.ts'
export type { TokenVault } from './oauth/access.ts'
export { refreshAccess } from './oauth/refresh.ts'
export { signInOf } from './oauth/grant.ts'
export type { OAuthGrant, StoredSignIn } from './oauth/grant.ts'
export type { Cloud, Resource } from './oauth/clouds.ts'
