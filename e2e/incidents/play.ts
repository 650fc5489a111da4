import {
  check,
  composeMessage,
  explainMessage,
  explainText,
  refreshAccess,
  sendMessage,
  settingsFor,
  SparekeyError,
  type KnownToken,
} from '@sparekey/core'
import type { Certificate } from '@sparekey/testkit/certificate'
import { bounceOf } from './bounce.ts'
import { usingOf } from './hosts.ts'
import type { Incident } from './incident.ts'
import { tokenOf } from './tokens.ts'
import { addressOf, dayOf, identityService, mailServers, protocolsOf } from './world.ts'

/** The code of the finding that an incident is answered with. */
export async function answerTo(incident: Incident, certificate: Certificate): Promise<string> {
  const { list, stage, date, reply = '', text = reply } = incident
  const options = { lang: 'en', ...(date !== null && { asOf: date }) } as const
  if (stage === 'bounce') return explainMessage(bounceOf(reply), options).finding.code
  if (stage === 'paste' || stage === 'text') return explainText(text, options).finding.code
  if (list === 'identity') return refreshed(incident, certificate)
  return list === 'send' ? sent(incident, certificate) : checked(incident, certificate)
}

async function checked(incident: Incident, certificate: Certificate): Promise<string> {
  await using world = await mailServers(incident, certificate)
  const { finding } = await check({
    address: addressOf(incident),
    ...(incident.secretShape === 'token' ? { token: tokenFor(incident) } : { secret: secretFor(incident) }),
    protocols: protocolsOf(incident),
    using: usingOf(incident),
    network: world.network,
  })
  return finding.code
}

async function sent(incident: Incident, certificate: Certificate): Promise<string> {
  await using world = await mailServers(incident, certificate)
  const { network } = world
  const address = addressOf(incident)
  const { servers } = await settingsFor(address, { network })
  const message = await composeMessage({
    from: address,
    to: ['nobody@example.com'],
    text: 'Minutes',
    date: network.now(),
  })
  const endpoint = servers.find(({ protocol }) => protocol === 'smtp')!
  return await codeOf(async () => {
    const { rejected } = await sendMessage({
      username: address,
      secret: secretFor(incident),
      endpoint,
      network,
      message,
    })
    const [refused] = rejected as { finding?: { code: string } }[]
    return refused ? (refused.finding?.code ?? 'message-refused') : 'ok'
  })
}

async function refreshed(incident: Incident, certificate: Certificate): Promise<string> {
  await using world = await identityService(incident, certificate)
  const signIn = {
    username: addressOf(incident),
    cloud: 'global',
    tenant: incident.kind === 'personal' ? 'consumers' : 'organizations',
    clientId: '5ba4e4e7-0001-4c1e-a8d5-0000000000aa',
    refreshToken: 'M.C5-the-refresh-token',
  } as const
  return await codeOf(async () => {
    await refreshAccess(signIn, { network: world.network, resource: 'outlook' })
    return 'ok'
  })
}

function secretFor({ secretShape }: Incident): string {
  return secretShape === 'app-password' ? 'abcdefghijklmnop' : 'correct horse'
}

function tokenFor(incident: Incident): KnownToken {
  return tokenOf(incident.token ?? 'good', addressOf(incident), dayOf(incident))
}

async function codeOf(work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SparekeyError) return error.code
    throw error
  }
}
