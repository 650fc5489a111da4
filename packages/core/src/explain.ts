/**
 * @sparekey/core/explain: what a pasted error means, and the tables behind it, for pages and programs without Node. Nothing
 * here, or behind it, touches a socket, a file or anything of Node's.
 */
export { explain } from './explain-code.ts'
export { findingCodes } from './errors/codes.ts'
export type { FindingCode } from './errors/codes.ts'
export { explainMessage } from './explain/explain-message.ts'
export { explainText } from './explain/explain-text.ts'
export type { Explanation, ExplainOptions, Recognised } from './explain/explanation.ts'
export { numbers as aadstsNumbers } from './oauth/refusal-table.ts'
export { capabilityOf, programsNamed } from './programs/ask.ts'
export type { Capability } from './programs/ask.ts'
export { configurationFor } from './programs/configuration/configuration.ts'
export type { Configuration } from './programs/configuration/configuration.ts'
export { programKinds } from './programs/program.ts'
export type { Program, ProgramKind, ProgramVersion } from './programs/program.ts'
export { programs } from './programs/programs.ts'
export { homeAt, personalDomains } from './settings/domains.ts'
export { serversOn } from './settings/servers.ts'
export { signatures } from './signatures/signatures.ts'
