/**
 * The shape of a configuration and of the control API's bodies, key by key (docs/reference/mock-configuration.md,
 * docs/reference/control-api.md). Unknown keys are mistakes: a misspelt switch must not be passed over. No message
 * repeats the value it is about.
 */
import * as v from 'valibot'
import { parseDuration, parseInstant } from '../clock/iso-time.ts'
import { isFolderName } from '../mail/mailbox.ts'

const ADDRESS = /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?<domain>.+)$/
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
const MAX_PASSWORD = 1024
const MAX_NAME = 100
const MAX_ALIASES = 400
const MAX_SCOPE = 200
const MAX_SECONDS = 10 * 366 * 24 * 60 * 60

const Address = v.custom<string>(isAddress, 'must be a mail address, such as hanako@hotmail.com')
const Domain = v.custom<string>(isDomain, 'must be a mail domain, such as contoso.example')
const Day = v.custom<string>(isInstant, 'must be an ISO date, such as 2021-05-01')
const Switch = v.boolean('must be true or false')
const Kind = v.picklist(['personal', 'work'], 'must be "personal" or "work"')
const Count = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be a whole number'),
  v.minValue(1, 'must be at least 1'),
)
const Password = text(MAX_PASSWORD)
const Aliases = v.pipe(
  v.array(Address, 'must be a list of addresses'),
  v.maxLength(MAX_ALIASES, `must have at most ${MAX_ALIASES} addresses`),
)
const Protocols = object({ imap: v.optional(Switch), pop3: v.optional(Switch), smtp: v.optional(Switch) })
const Standing = v.picklist(['active', 'blocked'], 'must be "active" or "blocked"')

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
  id: v.pipe(
    v.string('must be text'),
    v.regex(/^[\w.-]{1,100}$/, 'must be 1 to 100 letters, digits, and any of . _ -'),
  ),
  name: v.optional(text(MAX_NAME)),
  type: v.optional(v.picklist(['public', 'confidential'], 'must be "public" or "confidential"')),
  secret: v.optional(Password),
  accounts: v.optional(
    v.pipe(v.array(Kind, 'must be a list of "personal" and "work"'), v.nonEmpty('must not be empty')),
  ),
  enabled: v.optional(Switch),
  redirectUris: v.optional(
    v.pipe(
      v.array(
        v.custom<string>(isRedirectUri, 'must be an absolute address without a fragment'),
        'must be a list of addresses',
      ),
      v.maxLength(256, 'must have at most 256 addresses'),
    ),
  ),
})

export const AppPasswordRequest = object({ name: text(MAX_NAME) })

export const TokenRequest = object({
  scopes: v.pipe(
    v.array(text(MAX_SCOPE), 'must be a list of scopes'),
    v.nonEmpty('must not be empty'),
    v.maxLength(50, 'must have at most 50 scopes'),
  ),
  clientId: v.optional(text(MAX_NAME)),
  expiresIn: v.optional(v.pipe(Count, v.maxValue(MAX_SECONDS, `must be at most ${MAX_SECONDS} seconds`))),
})

export const OAuthErrorOrder = object({
  code: v.union([v.number(), v.string()], 'must be an AADSTS number, such as 53003'),
  endpoint: v.optional(
    v.picklist(['authorize', 'token', 'devicecode'], 'must be "authorize", "token" or "devicecode"'),
  ),
  times: v.optional(Count),
})

export const DeviceAnswer = object({
  address: Address,
  decision: v.optional(v.picklist(['approved', 'declined'], 'must be "approved" or "declined"')),
})

export const ClockChange = v.pipe(
  object({
    now: v.optional(parsedBy(parseInstant, 'must be an ISO date or instant, such as 2026-11-22')),
    advance: v.optional(parsedBy(parseDuration, 'must be an ISO duration, such as PT1H')),
    frozen: v.optional(Switch),
  }),
  v.check((change) => Object.keys(change).length > 0, 'must have now, advance or frozen'),
)

const Paths = v.array(text(4096), 'must be a list of paths to .eml files')
const FolderName = v.pipe(v.string(), v.check(isFolderName, 'cannot be the name of a folder'))
const Folders = record(FolderName, Paths, 'must be an object: folder names, each with a list of paths')

export const Config = object({
  asOf: v.optional(Day, '2021-05-01'),
  accounts: v.optional(v.array(AccountEntry, 'must be a list of accounts'), []),
  tenants: v.optional(v.array(TenantEntry, 'must be a list of tenants'), []),
  clients: v.optional(v.array(ClientEntry, 'must be a list of clients'), []),
  mail: v.optional(record(v.string(), Folders, 'must be an object: addresses, each with its folders'), {}),
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

/** An object with these keys and no others. */
function object<const Entries extends v.ObjectEntries>(entries: Entries) {
  const unknownKey = v.never(`is not known here; known are ${Object.keys(entries).join(', ')}`)
  // A strict object, but one that reports every unknown key: valibot's own stops at the first.
  const strict = v.objectWithRest(entries, unknownKey, 'is missing') as unknown as v.StrictObjectSchema<
    Entries,
    undefined
  >
  return v.pipe(v.custom<Record<string, unknown>>(isObject, 'must be an object'), strict)
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
    v.string('must be text'),
    v.nonEmpty('must not be empty'),
    v.maxLength(max, `must have at most ${max} characters`),
  )
}

/** Text that a parser understands, parsed. */
function parsedBy<T>(parse: (text: string) => T | undefined, message: string) {
  return v.pipe(
    v.string('must be text'),
    v.transform(parse),
    v.custom<T>((value) => value !== undefined, message),
  )
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAddress(value: unknown): boolean {
  const domain = typeof value === 'string' ? ADDRESS.exec(value)?.groups?.['domain'] : undefined
  return domain !== undefined && isDomain(domain)
}

function isDomain(value: unknown): boolean {
  return typeof value === 'string' && DOMAIN.test(value)
}

/** Schemes that a browser runs or reads instead of visiting are none. */
function isRedirectUri(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 256 || value.includes('#') || !URL.canParse(value)) return false
  return !/^(javascript|data|vbscript|blob|file|about):/i.test(new URL(value).protocol)
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(value) !== undefined
}
