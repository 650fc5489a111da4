/**
 * What a mock is made from (contract, section 6): checks the whole of it before anything starts, and names every mistake
 * with its JSON path. Reads no file, and never repeats a value in a message: it might be a password.
 */
import * as v from 'valibot'
import type { AccountPatch, AccountSpec } from './accounts/account.ts'
import type { TenantSpec } from './accounts/tenant.ts'
import { AccountChanges, AccountEntry, AppPasswordRequest, Config, TenantEntry } from './config-schema.ts'

export type MicrosoftLimits = {
  /** Octets one mailbox holds. */
  mailboxBytes?: number | undefined
  /** Failed sign-ins before the server hangs up. */
  failuresPerConnection?: number | undefined
  /** Wrong secrets in a row before Microsoft blocks the account; `null`: it never does. */
  failuresBeforeBlock?: number | null | undefined
}

/** The configuration file, and the option object of `startMicrosoft`. */
export type MicrosoftConfig = {
  /** ISO date or instant at which the clock starts; 2021-05-01, the world of the article, if unset. */
  asOf?: string | undefined
  accounts?: readonly AccountSpec[] | undefined
  tenants?: readonly TenantSpec[] | undefined
  /** Address → folder → paths of `.eml` files. */
  mail?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> | undefined
  limits?: MicrosoftLimits | undefined
}

/** A configuration with nothing left open. */
export type CompleteConfig = {
  asOf: string
  accounts: readonly AccountSpec[]
  tenants: readonly TenantSpec[]
  mail: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  limits: { mailboxBytes: number; failuresPerConnection: number; failuresBeforeBlock: number | null }
}

/** `path` is a JSON path such as `$.accounts[0].address`. */
export type Mistake = { path: string; message: string }
export type Parsed<T> = { ok: true; value: T } | { ok: false; mistakes: Mistake[] }
export type ParsedConfig = { ok: true; config: CompleteConfig } | { ok: false; mistakes: Mistake[] }

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

/** The body of `PUT /tenants/{domain}`. It need not name the domain again; if it does, the address wins. */
export function parseTenant(value: unknown, domain: string): Parsed<TenantSpec> {
  const named = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, domain } : value
  return parse(TenantEntry, named)
}

/** The body of `POST /accounts/{address}/app-passwords`. */
export function parseAppPasswordName(value: unknown): Parsed<{ name: string }> {
  return parse(AppPasswordRequest, value)
}

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Parsed<T> {
  const result = v.safeParse(schema, value)
  if (result.success) return { ok: true, value: result.output }
  const mistakes = result.issues.map(({ path, message }) => ({
    path: jsonPath((path ?? []).map(({ key }) => key as string | number)),
    message,
  }))
  return { ok: false, mistakes }
}

/** What is right by itself and wrong together: addresses and domains given twice, mail for nobody. */
function contradictions({ accounts, tenants, mail }: CompleteConfig): Mistake[] {
  const mistakes: Mistake[] = []
  const seen = new Set<string>()
  const once = (name: string, message: string, ...path: (string | number)[]) => {
    const key = name.toLowerCase()
    if (seen.has(key)) mistakes.push({ path: jsonPath(path), message })
    seen.add(key)
  }
  for (const [index, { address, aliases = [] }] of accounts.entries()) {
    once(address, 'belongs to another account already', 'accounts', index, 'address')
    for (const [position, alias] of aliases.entries()) {
      once(alias, 'belongs to an account already', 'accounts', index, 'aliases', position)
    }
  }
  for (const address of Object.keys(mail)) {
    if (!seen.has(address.toLowerCase())) {
      mistakes.push({ path: jsonPath(['mail', address]), message: 'no account has this address' })
    }
  }
  for (const [index, { domain }] of tenants.entries()) {
    once(domain, 'is described twice', 'tenants', index, 'domain')
  }
  return mistakes
}

/** `$.mail["hanako@hotmail.com"].Inbox[0]` */
function jsonPath(keys: readonly (string | number)[]): string {
  const steps = keys.map((key) => {
    if (typeof key === 'number') return `[${key}]`
    return /^[a-z_]\w*$/i.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`
  })
  return `$${steps.join('')}`
}
