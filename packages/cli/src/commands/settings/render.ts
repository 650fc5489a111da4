import type { ServerSettings, Settings } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import type { Output } from '../../run/output.ts'
import { fieldBlocks, type Field } from '../../render/fields.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'

/** The settings as a person copies them into a dialog: one block a server, one line a field. */
export function renderSettings(settings: Settings, say: Words, out: Output): string[] {
  const { style, columns } = out
  const blocks = fieldBlocks(
    settings.servers.map((server) => fieldsOf(server, say)),
    out,
  )
  const about = [
    say.words.account[settings.account],
    say.words.source[settings.source],
    say.settings.asOf(settings.asOf),
  ]
  return [
    ...wrap(plainLine(settings.address), columns).map(style.bold),
    ...wrap(about.filter(Boolean).join(' · '), columns),
    ...settings.servers.flatMap(({ protocol }, index) => [
      '',
      style.bold(say.settings.heading[protocol]),
      ...blocks[index]!,
    ]),
    '',
    ...wrap(hint(settings, say), columns),
  ]
}

function fieldsOf(server: ServerSettings, say: Words): Field[] {
  const { words, settings: label } = say
  return [
    [label.server, server.host],
    [label.port, String(server.port)],
    [label.encryption, words.security[server.security]],
    [label.userName, plainLine(server.username)],
    [label.signInWith, server.authentication.map((way) => words.authentication[way]).join(' / ')],
    [label.spa, label.spaIs(server.spa ? words.on : words.off)],
    ...(server.authenticationRequired ? [[label.smtpAuthentication, words.on] as const] : []),
  ]
}

function hint(settings: Settings, say: Words): string {
  const passwords = settings.servers.some(({ authentication }) => authentication.includes('password'))
  return passwords ? say.settings.passwordHint : say.settings.oauthHint
}
