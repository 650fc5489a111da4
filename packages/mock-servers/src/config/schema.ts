/**
 * The shape of a configuration and of the control API's bodies, key by key (docs/reference/mock-configuration.md,
 * docs/reference/control-api.md). Unknown keys are mistakes: a misspelt switch must not be passed over. No message
 * repeats the value it is about.
 */
import * as v from 'valibot'
import { parseDuration, parseInstant } from '../clock/iso-time.ts'
import { isFolderName } from '../mail/mailbox.ts'
import { jsonPath, type Mistake, type MistakeCode } from './mistake.ts'

const addressPattern = /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?<domain>.+)$/
const domainPattern = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const maxPassword = 1024
const maxName = 100
const maxAliases = 400
const maxScope = 200
const maxSeconds = 10 * 366 * 24 * 60 * 60

const Address = v.custom<string>(isAddress, mistake('not-an-address', { example: 'hanako@hotmail.com' }))
const Domain = v.custom<string>(isDomain, mistake('not-a-domain', { example: 'contoso.example' }))
const Day = v.custom<string>(isInstant, mistake('not-a-date', { example: '2021-05-01' }))
const Switch = v.boolean(mistake('not-true-or-false', {}))
const Kind = oneOf('personal', 'work')
const Count = v.pipe(
  v.number(mistake('not-a-number', {})),
  v.safeInteger(mistake('not-whole', {})),
  v.minValue(1, mistake('too-small', { least: 1 })),
)
const Password = text(maxPassword)
const Aliases = v.pipe(
  v.array(Address, mistake('not-a-list-of', { what: 'addresses' })),
  v.maxLength(maxAliases, mistake('too-many', { most: maxAliases, what: 'addresses' })),
)
const Protocols = object({ imap: v.optional(Switch), pop3: v.optional(Switch), smtp: v.optional(Switch) })
const Standing = oneOf('active', 'blocked')

export const AccountEntry = object({
  address: Address,
  password: Password,
  kind: v.optional(Kind),
  twoStep: v.optional(Switch),
  aliases: v.optional(Aliases),
  protocols: v.optional(Protocols),
  standing: v.optional(Standing),
})

export const AccountChanges = object({
  password: v.optional(Password),
  twoStep: v.optional(Switch),
  protocols: v.optional(Protocols),
  standing: v.optional(Standing),
  aliases: v.optional(Aliases),
})

export const TenantEntry = object({
  domain: Domain,
  // As the control API tells what nobody has decided.
  smtpAuth: v.pipe(
    v.optional(v.nullable(Switch)),
    v.transform((decided) => decided ?? undefined),
  ),
  securityDefaults: v.optional(Switch),
  conditionalAccess: v.optional(Switch),
  createdAt: v.optional(Day),
})

const ClientEntry = object({
  id: v.pipe(v.string(mistake('not-text', {})), v.regex(/^[\w.-]{1,100}$/, mistake('not-a-client-id', {}))),
  name: v.optional(text(maxName)),
  type: v.optional(oneOf('public', 'confidential')),
  secret: v.optional(Password),
  accounts: v.optional(
    v.pipe(
      v.array(Kind, mistake('not-a-list-of-values', { values: ['personal', 'work'] })),
      v.nonEmpty(mistake('empty', {})),
    ),
  ),
  enabled: v.optional(Switch),
  redirectUris: v.optional(
    v.pipe(
      v.array(
        v.custom<string>(isRedirectUri, mistake('not-a-redirect-uri', {})),
        mistake('not-a-list-of', { what: 'addresses' }),
      ),
      v.maxLength(256, mistake('too-many', { most: 256, what: 'addresses' })),
    ),
  ),
})

export const AppPasswordRequest = object({ name: text(maxName) })

export const TokenRequest = object({
  scopes: v.pipe(
    v.array(text(maxScope), mistake('not-a-list-of', { what: 'scopes' })),
    v.nonEmpty(mistake('empty', {})),
    v.maxLength(50, mistake('too-many', { most: 50, what: 'scopes' })),
  ),
  clientId: v.optional(text(maxName)),
  expiresIn: v.optional(v.pipe(Count, v.maxValue(maxSeconds, mistake('too-many-seconds', { most: maxSeconds })))),
})

export const OAuthErrorOrder = object({
  code: v.union([v.number(), v.string()], mistake('not-an-aadsts-number', { example: '53003' })),
  endpoint: v.optional(oneOf('authorize', 'token', 'devicecode')),
  times: v.optional(Count),
})

export const DeviceAnswer = object({
  address: Address,
  decision: v.optional(oneOf('approved', 'declined')),
})

export const ClockChange = v.pipe(
  object({
    now: v.optional(parsedBy(parseInstant, mistake('not-an-instant', { example: '2026-11-22' }))),
    advance: v.optional(parsedBy(parseDuration, mistake('not-a-duration', { example: 'PT1H' }))),
    frozen: v.optional(Switch),
  }),
  v.check((change) => Object.keys(change).length > 0, mistake('no-change-of-the-clock', {})),
)

const Paths = v.array(text(4096), mistake('not-a-list-of', { what: 'paths' }))
const FolderName = v.pipe(v.string(), v.check(isFolderName, mistake('not-a-folder-name', {})))
const Folders = record(FolderName, Paths, mistake('not-folders-with-paths', {}))

export const Config = object({
  asOf: v.optional(Day, '2021-05-01'),
  accounts: v.optional(v.array(AccountEntry, mistake('not-a-list-of', { what: 'accounts' })), []),
  tenants: v.optional(v.array(TenantEntry, mistake('not-a-list-of', { what: 'tenants' })), []),
  clients: v.optional(v.array(ClientEntry, mistake('not-a-list-of', { what: 'clients' })), []),
  mail: v.optional(record(v.string(), Folders, mistake('not-addresses-with-folders', {})), {}),
  limits: v.optional(
    object({
      mailboxBytes: v.optional(Count, 536_870_912),
      failuresPerConnection: v.optional(Count, 3), // MS-ACC-12: no public figure
      failuresBeforeBlock: v.optional(v.nullable(Count), null), // MS-ACC-09: no public figure
      deviceCodeInterval: v.optional(Count, 5), // MS-OAUTH-01
    }),
    {},
  ),
})

/** One of these words. */
function oneOf<const Value extends string>(...values: readonly Value[]) {
  return v.picklist(values, mistake('not-one-of', { values }))
}

/** An object with these keys and no others. */
function object<const Entries extends v.ObjectEntries>(entries: Entries) {
  const unknownKey = v.never(mistake('unknown-key', { known: Object.keys(entries) }))
  // A strict object, but one that reports every unknown key: valibot's own stops at the first.
  const strict = v.objectWithRest(entries, unknownKey, mistake('missing', {})) as unknown as v.StrictObjectSchema<
    Entries,
    undefined
  >
  return v.pipe(v.custom<Record<string, unknown>>(isObject, mistake('not-an-object', {})), strict)
}

/** An object with any keys of that kind. */
function record<const Key extends v.GenericSchema<string, string>, const Value extends v.GenericSchema>(
  key: Key,
  value: Value,
  message: string,
) {
  return v.pipe(v.custom<Record<string, unknown>>(isObject, message), v.record(key, value))
}

function text(max: number) {
  return v.pipe(
    v.string(mistake('not-text', {})),
    v.nonEmpty(mistake('empty', {})),
    v.maxLength(max, mistake('too-long', { characters: max })),
  )
}

/** What valibot carries for us as a message: the mistake, without its place (`mistakeOf`). */
function mistake<Code extends MistakeCode>(code: Code, params: Mistake<Code>['params']): string {
  return JSON.stringify({ code, params })
}

/** The mistake that valibot found. */
export function mistakeOf({ path, message }: v.BaseIssue<unknown>): Mistake {
  const keys = (path ?? []).map(({ key }) => key as string | number)
  return { path: jsonPath(keys), ...(JSON.parse(message) as Pick<Mistake, 'code' | 'params'>) } as Mistake
}

/** Text that a parser understands, parsed. */
function parsedBy<T>(parse: (text: string) => T | undefined, message: string) {
  return v.pipe(
    v.string(mistake('not-text', {})),
    v.transform(parse),
    v.custom<T>((value) => value !== undefined, message),
  )
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAddress(value: unknown): boolean {
  const domain = typeof value === 'string' ? addressPattern.exec(value)?.groups?.['domain'] : undefined
  return domain !== undefined && isDomain(domain)
}

function isDomain(value: unknown): boolean {
  return typeof value === 'string' && domainPattern.test(value)
}

/** Schemes that a browser runs or reads instead of visiting are none. */
function isRedirectUri(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 256 || value.includes('#') || !URL.canParse(value)) return false
  return !/^(javascript|data|vbscript|blob|file|about):/i.test(new URL(value).protocol)
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(value) !== undefined
}
