import type { ServerSettings, Settings } from '@sparekey/core'
import type { Messages } from '../../words/messages.ts'
import type { Output } from '../../run/output.ts'
import { plainLine } from '../../render/plain.ts'
import { pad, width, wrap } from '../../render/width.ts'

/** The settings as a person copies them into a dialog: one block a server, one line a field. */
export function renderSettings(settings: Settings, say: Messages, out: Output): string[] {
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

function block(server: ServerSettings, say: Messages, out: Output): string[] {
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

/** `label  value` lines; where they do not fit side by side, the value stands under its label. */
export function fieldLines(fields: readonly (readonly [string, string])[], out: Output): string[] {
  const labelColumns = Math.max(...fields.map(([label]) => width(label)))
  const valueColumns = Math.max(...fields.map(([, value]) => width(value)))
  const aside = labelColumns + 4 + Math.min(valueColumns, 40) <= out.columns
  return fields.flatMap(([label, value]) =>
    aside
      ? wrap(value, out.columns - labelColumns - 4).map(
          (line, index) => `  ${out.style.dim(pad(index === 0 ? label : '', labelColumns))}  ${line}`,
        )
      : [`  ${out.style.dim(label)}`, ...wrap(value, out.columns - 4).map((line) => `    ${line}`)],
  )
}

function hint(settings: Settings, say: Messages): string {
  const passwords = settings.servers.some(({ authentication }) => authentication.includes('password'))
  return passwords ? say.settings.passwordHint : say.settings.oauthHint
}
