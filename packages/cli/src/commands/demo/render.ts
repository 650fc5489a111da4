/** The story for a person: what happens, the servers' own words, and a mark for each step that came out as told. */
import { describe, type CheckReport, type Network } from '@sparekey/core'
import type { Scene } from './story.ts'
import type { Language, Words } from '../../words/words.ts'
import type { Output } from '../../run/output.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import { commandLines } from '../../render/copyable.ts'
import { renderFinding, surely } from '../../render/finding.ts'
import { stepsFromHere } from '../../render/next-steps.ts'
import { plainLines } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'

type Page = { say: Words; lang: Language; out: Output; network: Network }

const indent = '     '

export function renderIntro(address: string, asOf: string, { demo }: Words, out: Output): string[] {
  return [...wrap(demo.title, out.columns).map(out.style.bold), '', ...wrap(demo.intro(address, asOf), out.columns)]
}

/** @param index 0 for the first step */
export function renderScene(scene: Scene, index: number, page: Page): string[] {
  const { say, out } = page
  const { style, columns } = out
  const mark = scene.asTold ? style.green('✓') : style.red('✗')
  return [
    '',
    ...wrap(say.demo.steps[index]!, columns - indent.length).map(
      (line, at) => (at === 0 ? `${mark} ${style.bold(String(index + 1))}  ` : indent) + style.bold(line),
    ),
    ...(scene.asTold ? [] : [indent + style.red(say.demo.notAsTold)]),
    ...indented(wrap(say.demo.told[index]!, columns - indent.length)),
    ...indented(['', ...sceneLines(scene, page)]),
  ]
}

export function renderEnd(ok: boolean, seconds: number, { demo }: Words, out: Output): string[] {
  if (!ok) return ['', ...wrap(`✗ ${demo.failed}`, out.columns)]
  return [
    '',
    ...wrap(`✓ ${demo.end(seconds.toFixed(1))}`, out.columns),
    ...wrap(demo.next, out.columns),
    ...['sparekey mock --write servers.json', 'sparekey check hanako@hotmail.com --servers servers.json'].flatMap(
      (command) => commandLines(command, '  ', out.copyColumns),
    ),
  ]
}

/** The same for programs; the app password is left out. */
export function sceneDocument(scene: Scene, step: number): object {
  const { kind, asTold } = scene
  if (scene.kind === 'app-password') return { step, kind, asTold }
  if (scene.kind === 'today') {
    const { asOf, refused, signedIn } = scene
    const refusals = { password: signInsOf(refused.password), appPassword: signInsOf(refused.appPassword) }
    return { step, kind, asTold, asOf, refusals, finding: refused.password.finding, signIns: signInsOf(signedIn) }
  }
  const signIns = signInsOf(scene.report)
  if (scene.kind === 'reason') return { step, kind, asTold, finding: scene.report.finding }
  if (scene.kind !== 'works-again') return { step, kind, asTold, signIns }
  return { step, kind, asTold, signIns, bytes: scene.octets, sent: scene.sent, fetched: scene.fetched }
}

function signInsOf({ protocols }: CheckReport): object[] {
  return protocols.map(({ protocol, steps }) => {
    const signIn = steps.find((one) => one.step === 'sign-in')
    return { protocol, outcome: signIn?.outcome, reply: signIn?.reply }
  })
}

function sceneLines(scene: Scene, page: Page): string[] {
  const { say, out } = page
  const { demo } = say
  const inner = { ...out, columns: out.columns - indent.length, copyColumns: out.copyColumns - indent.length }
  switch (scene.kind) {
    case 'signs-in':
    case 'is-refused':
      return signInLines(scene.report, say, inner)
    case 'reason':
      return reasonLines(scene.report, { ...page, out: inner })
    case 'app-password':
      return wrap(demo.appPassword(scene.password), inner.columns)
    case 'works-again':
      return [
        ...signInLines(scene.report, say, inner),
        '',
        ...marked(scene.sent.accepted.length > 0, demo.sent(scene.octets.toLocaleString('en')), inner),
        ...scene.fetched.flatMap(({ door, outcome }) =>
          marked(outcome === 'same', demo[outcome](protocolNames[door]), inner),
        ),
      ]
    case 'today':
      return [
        ...wrap(demo.today.password(scene.asOf), inner.columns),
        ...signInLines(scene.refused.password, say, inner),
        '',
        ...wrap(demo.today.appPassword, inner.columns),
        ...signInLines(scene.refused.appPassword, say, inner),
        '',
        ...reasonLines(scene.refused.appPassword, { ...page, out: inner }),
        '',
        ...wrap(demo.today.shown(scene.shown?.code ?? '', scene.shown?.page ?? ''), inner.columns),
        ...signInLines(scene.signedIn, say, inner),
      ]
  }
}

/** Without its commands: outside the story they would reach the real Microsoft. */
function reasonLines(report: CheckReport, { say, lang, out, network }: Page): string[] {
  const finding = describe(report.finding, { lang, report, quote: false })
  const steps = finding.nextSteps.map(({ text, url }) => ({ text, ...(url !== undefined && { url }) }))
  const nextSteps = stepsFromHere(steps, { globals: {}, network })
  return renderFinding({ ...finding, nextSteps }, say, out, { remarks: surely(finding, say) })
}

/** What each server answered; where no password was even sent, what it had said before. */
function signInLines(report: CheckReport, say: Words, out: Output): string[] {
  return report.protocols.flatMap(({ protocol, steps, finding }) => {
    const signIn = steps.find(({ step }) => step === 'sign-in')
    const words = signIn?.reply ?? finding.evidence?.quote ?? ''
    const said = say.check.quote(plainLines(words.trim()).join(' '))
    return marked(signIn?.outcome === 'ok', `${protocolNames[protocol]}  ${said}`, out)
  })
}

function marked(good: boolean, text: string, { style, columns }: Output): string[] {
  const mark = good ? style.green('✓') : style.red('✗')
  return wrap(text, columns - 2).map((line, index) => `${index === 0 ? mark : ' '} ${line}`)
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line))
}
