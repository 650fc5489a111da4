/** Observations as a probe would have written them down, and what is made of them in short. Not part of the product. */
import type { Observation } from '../probe/observation.ts'
import type { Step, StepName } from '../protocols/step.ts'
import { serversOn } from '../settings/servers.ts'
import type { Endpoint, Protocol, Security } from '../settings/settings.ts'
import { diagnose } from '../diagnosis/diagnose.ts'

const address = 'hanako@hotmail.com'
const plain: Record<Protocol, string> = {
  imap: 'A2 NO LOGIN failed.',
  pop3: '-ERR Logon failure: unknown user name or bad password.',
  smtp: '535 5.7.3 Authentication unsuccessful [X]',
}
const orderOf = (security: Security): StepName[] =>
  security === 'starttls'
    ? ['resolve', 'connect', 'greeting', 'tls', 'capabilities', 'sign-in']
    : ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in']

/** What a probe would have written down, from the step at which the climb ended. */
export function observed(
  protocol: Protocol,
  end: Partial<Step> & { step: StepName },
  credential: Observation['credential'] = 'other-secret',
  now?: Endpoint,
): Observation {
  const right = serversOn('2021-05-01', 'personal', address).find((server) => server.protocol === protocol)!
  const { host, port, security } = now ?? right
  const order = orderOf(security)
  const at = order.indexOf(end.step)
  const steps = order.map((step, index): Step => {
    if (index === at) return { outcome: 'failed', ms: 1, ...end }
    return index < at ? { step, outcome: 'ok', ms: 1 } : { step, outcome: 'skipped', ms: 0 }
  })
  return {
    endpoint: { protocol, host, port, security },
    username: address,
    credential,
    sent: true,
    steps,
    capabilities: [],
  }
}
export const refused = (protocol: Protocol, credential?: Observation['credential'], reply = plain[protocol]) =>
  observed(protocol, { step: 'sign-in', error: 'refused', reply }, credential)
export const accepted = (protocol: Protocol, credential?: Observation['credential']) =>
  observed(protocol, { step: 'sign-in', outcome: 'ok' }, credential)

export const on = (day: string, kind: 'personal' | 'work' = 'personal') => ({ servers: serversOn(day, kind, address) })
export const judged = (observations: Observation[], context: Parameters<typeof diagnose>[1]) => {
  const { finding, protocols } = diagnose(observations, context)
  const words = ({ code, certainty }: { code: string; certainty: string }) => `${code}, ${certainty}`
  return { finding: words(finding), protocols: protocols.map(({ finding }) => words(finding)) }
}
