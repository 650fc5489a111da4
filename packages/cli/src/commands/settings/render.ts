import type { ServerSettings, Settings } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import type { Output } from '../../run/output.ts'
import { fieldLines } from '../../render/fields.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/width.ts'

/** The settings as a person copies them into a dialog: one block a server, one line a field. */
export function renderSettings(settings: Settings, say: Words, out: Output): string[] {
  const { style, columns } = out
  const about = [
    say.words.account[settings.account],
    say.words.source[settings.source],
    say.settings.asOf(settings.asOf),
  ]
  return [
    style.bold(plainLine(settings.address)),
    ...wrap(about.filter(Boolean).join(' · '), columns),
    ...settings.servers.flatMap((server) => [
      '',
      style.bold(say.settings.heading[server.protocol]),
      ...block(server, say, out),
    ]),
    '',
    ...wrap(hint(settings, say), columns),
  ]
}

function block(server: ServerSettings, say: Words, out: Output): string[] {
  const { words, settings: label } = say
  const fields: [string, string][] = [
    [label.server, server.host],
    [label.port, String(server.port)],
    [label.encryption, words.security[server.security]],
    [label.userName, plainLine(server.username)],
    [label.signInWith, server.authentication.map((way) => words.authentication[way]).join(' / ')],
    [label.spa, server.spa ? words.on : words.off],
    ...(server.authenticationRequired ? [[label.smtpAuthentication, words.on] as [string, string]] : []),
  ]
  return fieldLines(fields, out)
}

function hint(settings: Settings, say: Words): string {
  const passwords = settings.servers.some(({ authentication }) => authentication.includes('password'))
  return passwords ? say.settings.passwordHint : say.settings.oauthHint
}
