/**
 * @sparekey/core: why a Microsoft mailbox refuses a mail program, and clients that work once it no longer does.
 * Nothing outside this file is public.
 */
export { explanationCodes, findingCodes, problemCodes } from './errors/codes.ts'
export type { ExplanationCode, FindingCode, ProblemCode } from './errors/codes.ts'
export { SparekeyError } from './errors/sparekey-error.ts'
export type { ErrorCode, ErrorDetails, MessageProblem } from './errors/details.ts'
export { describeMistake } from './errors/describe-mistake.ts'
export type { MapMistake, MapMistakeCode } from './errors/map-mistakes.ts'
export type { ProtocolProblem } from './errors/protocol-problems.ts'
export { defaultTimeoutMs } from './network/network.ts'
export { realNetwork } from './network/real.ts'
export type { Network, Route } from './network/network.ts'
export { mappedNetwork } from './network/mapped.ts'
export { parseServerMap } from './network/server-map.ts'
export type { ServerMap } from './network/server-map.ts'
export { readServerMap } from './network/server-map-file.ts'
export { parseAddress } from './settings/address.ts'
export type { Address } from './settings/address.ts'
export { settingsFor } from './settings/settings-for.ts'
export { similarDomain } from './settings/similar-domain.ts'
export { editDistance } from './settings/edit-distance.ts'
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
export { normalizeSecret, secretShape } from './credentials/secret.ts'
export type { SecretShape } from './credentials/secret.ts'
export type { Certainty, Finding, NextStep, Verdict } from './diagnosis/finding.ts'
export { probe } from './probe/probe.ts'
export type { Target as ProbeTarget } from './probe/probe.ts'
export type { Observation } from './probe/observation.ts'
export type { ProbeWord, Step, StepName } from './protocols/step.ts'
export { check } from './check.ts'
export type { CheckOptions, StepEvent } from './check.ts'
export { diagnose } from './diagnosis/diagnose.ts'
export type { Context, Diagnosis, Judged } from './diagnosis/diagnose.ts'
export type { Difference } from './diagnosis/compare.ts'
export { describe } from './describe.ts'
export { explain } from './explain-code.ts'
export type { About } from './explain-code.ts'
export { explainMessage } from './explain/explain-message.ts'
export { explainText } from './explain/explain-text.ts'
export type { Explanation, ExplainOptions, Recognised } from './explain/explanation.ts'
export type { CheckReport, ProtocolReport } from './diagnosis/report.ts'
export type { Language, Text, WordedCode } from './diagnosis/words/words.ts'
export { programs } from './programs/programs.ts'
export { capabilityOf, programInUse, programsNamed } from './programs/ask.ts'
export type { Capability } from './programs/ask.ts'
export { configurationFor } from './programs/configuration/configuration.ts'
export type { Configuration } from './programs/configuration/configuration.ts'
export type { ProgramFile } from './programs/configuration/recipe.ts'
export type {
  Ability,
  DialogWords,
  OAuthSupport,
  Program,
  ProgramEvidence,
  ProgramKind,
  ProgramVersion,
} from './programs/program.ts'
export { openMailbox } from './open-mailbox.ts'
export type { MailboxClient, OpenMailbox } from './mailbox/mailbox.ts'
export { htmlToText, readMessage } from './message/read.ts'
export type { MessageSummary, ReadMessage } from './message/read.ts'
export { composeMessage } from './message/compose.ts'
export type { Draft } from './message/compose.ts'
export { prepareEml } from './message/eml.ts'
export type { Envelope, OutgoingMessage } from './message/outgoing.ts'
export { submit } from './submission/smtp.ts'
export type { Rejection, Submission, SubmitResult } from './submission/smtp.ts'
export { Pop3Client } from './mailbox/pop3/client.ts'
export type { Pop3Limits } from './mailbox/pop3/client.ts'
export type { Credentials, Proof } from './credentials/credentials.ts'
export type { KnownToken, TokenFacts } from './credentials/token-facts.ts'
export { sendByGraph } from './submission/graph.ts'
export type { GraphMessage } from './submission/graph.ts'
export { sendMessage } from './send-message.ts'
export type { Delivery, SendResult } from './submission/deliver.ts'
export { signInWithDeviceCode } from './oauth/device-code.ts'
export type { DeviceCodePrompt } from './oauth/device-code.ts'
export type { Stopwatch } from './oauth/polling.ts'
export { signInWithBrowser } from './oauth/browser/browser.ts'
export type { BrowserSignInOptions } from './oauth/browser/browser.ts'
export type { SignInOptions } from './oauth/sign-in.ts'
export { accessTokenFor } from './oauth/access.ts'
export type { TokenVault } from './oauth/access.ts'
export { refreshAccess } from './oauth/refresh.ts'
export { signInOf } from './oauth/grant.ts'
export type { OAuthGrant, StoredSignIn } from './oauth/grant.ts'
export type { Cloud, Resource } from './oauth/clouds.ts'
