import type { Microsoft } from '@sparekey/mock-servers'
import type { Words } from '../../words/words.ts'
import type { MockFlags } from './options.ts'
import type { Output } from '../../run/output.ts'
import { plainLine } from '../../render/plain.ts'
import { commandLines } from '../../render/copyable.ts'
import { shellWord } from '../../render/next-steps.ts'
import { fieldLines } from '../../render/fields.ts'
import { wrap } from '../../render/wrap.ts'

type Running = {
  microsoft: Microsoft
  flags: MockFlags
  accounts: readonly { address: string; password: string }[]
}

/** What runs where, and how to use it. A password is shown only if it was made up here: it is nowhere else to be found. */
export function renderMock({ microsoft, flags, accounts }: Running, say: Words, out: Output): string[] {
  const { mock } = say
  const { servers } = microsoft
  const host = flags.host.includes(':') ? `[${flags.host}]` : flags.host
  const doors = (['pop3', 'imap', 'smtp', 'https'] as const).map(
    (door) => [door.toUpperCase(), `${host}:${microsoft[door].port}`] as const,
  )
  const people = accounts.flatMap(({ address, password }) => [
    [mock.account, plainLine(address)] as const,
    ...(flags.config === undefined ? [[mock.password, password] as const] : []),
  ])
  const first = plainLine(accounts[0]?.address ?? 'hanako@hotmail.com')
  const path = flags.write === undefined ? undefined : plainLine(flags.write)
  return [
    ...wrap(mock.ready(servers.asOf), out.columns).map(out.style.bold),
    '',
    ...fieldLines([...doors, [mock.portal, servers.portal], [mock.api, servers.api], ...people], out),
    '',
    ...(path === undefined
      ? wrap(mock.mapHint, out.columns)
      : [
          ...wrap(mock.mapWritten(path), out.columns),
          ...commandLines(`sparekey check ${first} --servers ${shellWord(path)}`, '  ', out.copyColumns),
        ]),
    ...(isLoopback(flags.host) ? [] : ['', ...wrap(`! ${mock.notOnlyLocal(plainLine(flags.host))}`, out.columns)]),
    ...wrap(mock.stop, out.columns),
  ]
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
