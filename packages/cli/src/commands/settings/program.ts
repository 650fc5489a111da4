import {
  configurationFor,
  type Capability,
  type Configuration,
  type NextStep,
  type Program,
  type Settings,
} from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { renderSteps } from '../../render/finding.ts'
import { stepsFromHere } from '../../render/next-steps.ts'
import { plainLine } from '../../render/plain.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import { wrap } from '../../render/wrap.ts'
import { renderServers } from './render.ts'

/**
 * The settings in a program's own form. A file goes to standard output as it is, so that it can be sent where it belongs;
 * what else there is to know goes to standard error.
 */
export function settingsForProgram(program: Program, settings: Settings, context: Context): void {
  const { out, say, lang } = context
  const configuration = configurationFor(program, settings)
  const { servers, cannot, file } = configuration
  if (out.json) {
    const { id, name } = program
    const not = cannot.map(({ protocol, capability }) => ({ protocol, ...localized(capability, lang) }))
    out.document({ ...settings, program: { id, name: name[lang], cannot: not, ...(file && { file }) } })
    return
  }
  const steps = renderSteps(stepsFromHere(stepsOf(program, configuration, context), context), out)
  const notice = noticeOf(program, cannot, context)
  if (file !== undefined) {
    out.result(file.text.trimEnd().split('\n').map(plainLine))
    out.note(['', ...notice, ...steps])
    return
  }
  const title = `${settings.address} · ${say.programs.forProgram(program.name[lang])}`
  out.result([
    ...wrap(plainLine(title), out.columns).map(out.style.bold),
    ...(notice.length > 0 ? ['', ...notice] : []),
    ...(servers.length > 0
      ? renderServers(
          servers.map(({ way, ...server }) => ({ ...server, authentication: [way] })),
          say,
          out,
          program.dialog?.[lang],
        )
      : []),
    ...(steps.length > 0 ? ['', ...steps] : []),
  ])
}

function localized({ instead }: Capability, lang: 'en' | 'ja'): { instead?: string } {
  return instead === undefined ? {} : { instead: instead[lang] }
}

function noticeOf({ name }: Program, cannot: Configuration['cannot'], { out, say, lang }: Context): string[] {
  if (cannot.length === 0) return []
  const protocols = cannot.map(({ protocol }) => protocolNames[protocol])
  return wrap(say.programs.cannot(name[lang], protocols), out.columns)
}

/** What is left to do, in turn. */
function stepsOf(program: Program, { servers, cannot, file }: Configuration, { say, lang }: Context): NextStep[] {
  const { programs: words } = say
  const name = program.name[lang]
  const instead = new Set(cannot.flatMap(({ capability }) => localized(capability, lang).instead ?? []))
  const withToken = servers.some(({ way }) => way === 'oauth2')
  const capabilities = servers.flatMap(({ way, capability }) => (way === 'oauth2' ? [capability] : []))
  const newer = capabilities.find(({ oauth, since }) => oauth === 'newer' && since !== undefined)
  const place = capabilities.map((capability) => capability.switch?.[lang] ?? capability.switch?.en).find(Boolean)
  return [
    ...[...instead].map((text) => ({ text })),
    ...(newer?.since === undefined ? [] : [{ text: words.fromVersion(name, newer.since) }]),
    ...(capabilities.some(({ oauth }) => oauth === 'unknown') ? [{ text: words.notKnown(name) }] : []),
    ...(file === undefined
      ? place === undefined
        ? []
        : [{ text: words.switchIsAt(place) }]
      : [
          { text: words.use[file.use](file.name) },
          ...secretSteps(
            file.use === 'paste',
            withToken,
            servers.some(({ way }) => way === 'password'),
            words,
          ),
        ]),
  ]
}

function secretSteps(
  inVariable: boolean,
  withToken: boolean,
  withPassword: boolean,
  words: Context['say']['programs'],
): NextStep[] {
  if (inVariable) {
    return [
      ...(withToken ? [{ text: words.secretInVariable.oauth2, command: 'sparekey token ADDRESS' }] : []),
      ...(withPassword ? [{ text: words.secretInVariable.password }] : []),
    ]
  }
  return [
    ...(withToken ? [{ text: words.signInOnce, command: 'sparekey login ADDRESS' }] : []),
    ...(withPassword ? [{ text: words.asksForPassword }] : []),
  ]
}
