import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Protocol } from '@sparekey/core'

/** One thing that went wrong, as README.md describes it. */
export type Incident = {
  id: string
  /** The list it stands in, which says how it is played. */
  list: IncidentList
  date: string | null
  protocol: Protocol | 'oauth' | null
  kind: 'personal' | 'work' | null
  secretShape: 'app-password' | 'other' | 'token' | null
  stage: 'sign-in' | 'after' | 'mail' | 'rcpt' | 'data' | 'token' | 'paste' | 'bounce' | 'text'
  /** The server's words; `text` what a program showed. */
  reply?: string
  text?: string
  error?: string
  token?: TokenKind
  using?: string
  otherProtocols?: Partial<Record<Protocol, string>>
  greeting?: string
  closes?: boolean
  mx?: string
  /** The codes that tell the cause; `null` where nobody can know it from here. */
  wantCode: readonly string[] | null
}

export type TokenKind =
  | 'good'
  | 'other-account'
  | 'other-service'
  | 'app-only'
  | 'other-scope'
  | 'long'
  | 'opaque'
  | 'alias'

const lists = ['sign-in', 'send', 'identity', 'texts'] as const

export type IncidentList = (typeof lists)[number]

/** @param folder where the lists are: this one */
export function readIncidents(folder: string): Incident[] {
  return lists.flatMap((list) =>
    readFileSync(join(folder, `${list}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ({ ...(JSON.parse(line) as Omit<Incident, 'list'>), list })),
  )
}
