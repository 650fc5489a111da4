import type { DialogWords, ServerSettings, Settings } from '@sparekey/core'
import type { Words } from '../../words/words.ts'
import type { Output } from '../../run/output.ts'
import { fieldBlocks, type Field } from '../../render/fields.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'

/** The settings as a person copies them into a dialog: one block a server, one line a field. */
export function renderSettings(settings: Settings, say: Words, out: Output): string[] {
  const { style, columns } = out
  const about = [
    say.words.account[settings.account],
    say.words.source[settings.source],
    say.settings.asOf(settings.asOf),
  ]
  return [
    ...wrap(plainLine(settings.address), columns).map(style.bold),
    ...wrap(about.filter(Boolean).join(' · '), columns),
    ...rollOutLines(settings, say, columns),
    ...renderServers(settings.servers, say, out),
  ]
}

/** On a day on which passwords ended for one account after the other, that these are the settings of the end. */
function rollOutLines({ servers }: Settings, say: Words, columns: number): string[] {
  const rollOut = servers.find((server) => server.rollOut)?.rollOut
  return rollOut === undefined ? [] : wrap(say.settings.rollOut(rollOut.from, rollOut.until), columns)
}

/** One block a server, each under its heading, and what the sign-in takes. */
export function renderServers(
  servers: readonly ServerSettings[],
  say: Words,
  out: Output,
  dialog?: DialogWords,
): string[] {
  const blocks = fieldBlocks(
    servers.map((server) => (dialog === undefined ? fieldsOf(server, say) : fieldsOfDialog(server, dialog))),
    out,
  )
  return [
    ...servers.flatMap(({ protocol }, index) => [
      '',
      out.style.bold(say.settings.heading[protocol]),
      ...blocks[index]!,
    ]),
    '',
    ...wrap(hint(servers, say), out.columns),
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

/** The same in a program's own words, and no field that it does not have. */
function fieldsOfDialog(
  { host, port, security, username, authentication }: ServerSettings,
  dialog: DialogWords,
): Field[] {
  const { values } = dialog
  return [
    [dialog.server, host],
    [dialog.port, String(port)],
    [dialog.username, plainLine(username)],
    [dialog.security, values[security === 'tls' ? 'tls' : 'starttls']],
    [dialog.authentication, authentication.map((way) => values[way]).join(' / ')],
  ]
}

function hint(servers: readonly ServerSettings[], say: Words): string {
  const passwords = servers.some(({ authentication }) => authentication.includes('password'))
  return passwords ? say.settings.passwordHint : say.settings.oauthHint
}
