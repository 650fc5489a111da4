/**
 * What a mock is made from (docs/reference/mock-configuration.md): checks the whole of it before anything starts, and
 * names every mistake with its JSON path. Reads no file, and never repeats a value in a message: it might be a
 * password.
 */
import * as v from 'valibot'
import type { AccountPatch, AccountSpec } from '../directory/account.ts'
import type { TenantSpec } from '../directory/tenant.ts'
import { readyMadeClient, type ClientSpec } from '../identity/clients.ts'
import {
  AccountChanges,
  AccountEntry,
  AppPasswordRequest,
  ClockChange,
  Config,
  DeviceAnswer,
  OAuthErrorOrder,
  TenantEntry,
  TokenRequest,
  mistakeOf,
} from './schema.ts'
import { describeMistake, toldMistake } from './describe-mistake.ts'
import { jsonPath, type Mistake } from './mistake.ts'

export type MicrosoftLimits = {
  /** Octets one mailbox holds. */
  mailboxBytes?: number | undefined
  /** Failed sign-ins before the server hangs up. */
  failuresPerConnection?: number | undefined
  /** Wrong secrets in a row before Microsoft blocks the account; `null`: it never does. */
  failuresBeforeBlock?: number | null | undefined
  /** Seconds a device must wait before it asks again whether its code was typed in. */
  deviceCodeInterval?: number | undefined
}

/** The configuration file, and the option object of `startMicrosoft`. */
export type MicrosoftConfig = {
  /** ISO date or instant at which the clock starts; 2021-05-01, the world of the article, if unset. */
  asOf?: string | undefined
  accounts?: readonly AccountSpec[] | undefined
  tenants?: readonly TenantSpec[] | undefined
  /** Applications registered with the identity service, besides the ready-made one. */
  clients?: readonly ClientSpec[] | undefined
  /** Address → folder → paths of `.eml` files. */
  mail?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | undefined
  limits?: MicrosoftLimits | undefined
}

/** A configuration with nothing left open. */
export type CompleteConfig = {
  asOf: string
  accounts: readonly AccountSpec[]
  tenants: readonly TenantSpec[]
  clients: readonly ClientSpec[]
  mail: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  limits: {
    mailboxBytes: number
    failuresPerConnection: number
    failuresBeforeBlock: number | null
    deviceCodeInterval: number
  }
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; mistakes: Mistake[] }
export type ParsedConfig = { ok: true; config: CompleteConfig } | { ok: false; mistakes: Mistake[] }

/** The configuration has mistakes; nothing was started. */
export class ConfigInvalid extends Error {
  override name = 'ConfigInvalid'
  /** Each with its place, what it is, and a sentence of English; `describeMistake` says it in other languages. */
  readonly mistakes: readonly (Mistake & { message: string })[]

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map((mistake) => describeMistake(mistake, 'en')).join('\n'))
    this.mistakes = mistakes.map(toldMistake)
  }
}

/** Checks a configuration, and completes it with the defaults. */
export function parseConfig(value: unknown): ParsedConfig {
  const parsed = parse(Config, value)
  if (!parsed.ok) return parsed
  const mistakes = contradictions(parsed.value)
  return mistakes.length === 0 ? { ok: true, config: parsed.value } : { ok: false, mistakes }
}

/** The body of `POST /accounts`. Whether the address is free is the directory's business. */
export function parseAccount(value: unknown): Parsed<AccountSpec> {
  return parse(AccountEntry, value)
}

/** The body of `PATCH /accounts/{address}`. */
export function parseAccountPatch(value: unknown): Parsed<AccountPatch> {
  return parse(AccountChanges, value)
}

/**
 * The body of `PUT /tenants/{domain}`. It need not name the domain again, nor the id that GET tells, which is what it is.
 */
export function parseTenant(value: unknown, domain: string): Parsed<TenantSpec> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return parse(TenantEntry, value)
  const { id: _, domain: named = domain, ...settings } = value as Record<string, unknown>
  const parsed = parse(TenantEntry, { ...settings, domain })
  if (typeof named === 'string' && named.toLowerCase() === domain.toLowerCase()) return parsed
  const mistake = { path: '$.domain', code: 'not-the-domain-of-the-path', params: {} } as const
  return { ok: false, mistakes: [mistake, ...(parsed.ok ? [] : parsed.mistakes)] }
}

/** The body of `PUT /clock`. */
export function parseClockChange(value: unknown): Parsed<v.InferOutput<typeof ClockChange>> {
  return parse(ClockChange, value)
}

/** The body of `POST /accounts/{address}/app-passwords`. */
export function parseAppPasswordName(value: unknown): Parsed<{ name: string }> {
  return parse(AppPasswordRequest, value)
}

/** The body of `POST /accounts/{address}/tokens`. Which scopes and clients there are is not checked here. */
export function parseTokenRequest(value: unknown): Parsed<v.InferOutput<typeof TokenRequest>> {
  return parse(TokenRequest, value)
}

/** The body of `PUT /device-codes/{userCode}`. */
export function parseDeviceAnswer(value: unknown): Parsed<v.InferOutput<typeof DeviceAnswer>> {
  return parse(DeviceAnswer, value)
}

/** The body of `POST /oauth-errors`. */
export function parseOAuthError(value: unknown): Parsed<v.InferOutput<typeof OAuthErrorOrder>> {
  return parse(OAuthErrorOrder, value)
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Parsed<T> {
  const result = v.safeParse(schema, value)
  return result.success ? { ok: true, value: result.output } : { ok: false, mistakes: result.issues.map(mistakeOf) }
}

type Contradiction =
  | 'address-of-another-account'
  | 'address-of-an-account'
  | 'address-of-no-account'
  | 'domain-twice'
  | 'id-of-another-client'
  | 'secret-of-a-public-client'
  | 'secret-missing'

/** What is right by itself and wrong together: names given twice, mail for nobody, secrets where none belongs. */
function contradictions({ accounts, tenants, clients, mail }: CompleteConfig): Mistake[] {
  const mistakes: Mistake[] = []
  const mistake = (code: Contradiction, ...path: (string | number)[]) =>
    mistakes.push({ path: jsonPath(path), code, params: {} })
  const addresses = new Names()
  for (const [index, { address, aliases = [] }] of accounts.entries()) {
    if (!addresses.take(address)) mistake('address-of-another-account', 'accounts', index, 'address')
    for (const [position, alias] of aliases.entries()) {
      if (!addresses.take(alias)) mistake('address-of-an-account', 'accounts', index, 'aliases', position)
    }
  }
  for (const address of Object.keys(mail)) {
    if (!addresses.has(address)) mistake('address-of-no-account', 'mail', address)
  }
  const domains = new Names()
  for (const [index, { domain }] of tenants.entries()) {
    if (!domains.take(domain)) mistake('domain-twice', 'tenants', index, 'domain')
  }
  const ids = new Names([readyMadeClient.id])
  for (const [index, { id, type = 'public', secret }] of clients.entries()) {
    if (!ids.take(id)) mistake('id-of-another-client', 'clients', index, 'id')
    if (type === 'public' && secret !== undefined) {
      mistake('secret-of-a-public-client', 'clients', index, 'secret')
    }
    if (type === 'confidential' && secret === undefined) {
      mistake('secret-missing', 'clients', index, 'secret')
    }
  }
  return mistakes
}

/** Names that mean the same whatever their case. */
class Names {
  readonly #taken: Set<string>

  constructor(taken: readonly string[] = []) {
    this.#taken = new Set(taken.map((name) => name.toLowerCase()))
  }

  has(name: string): boolean {
    return this.#taken.has(name.toLowerCase())
  }

  /** Returns whether it was free. */
  take(name: string): boolean {
    const free = !this.has(name)
    this.#taken.add(name.toLowerCase())
    return free
  }
}
