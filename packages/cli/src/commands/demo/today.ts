/**
 * Step 6 of the story: the clock moves to today. The normal password and the app password are both refused; signing in with
 * Microsoft opens all three doors.
 */
import { check, mappedNetwork, parseServerMap, signInWithDeviceCode, type CheckReport } from '@sparekey/core'
import type { Microsoft } from '@sparekey/mock-servers'

export type Today = {
  asOf: string
  refused: { password: CheckReport; appPassword: CheckReport }
  /** What the owner was shown, and typed in. */
  shown: { page: string; code: string } | undefined
  signedIn: CheckReport
}

type Stage = { microsoft: Microsoft; address: string; password: string; appPassword: string; timeoutMs: number }

/** When IMAP had been seen to say before any sign-in that it takes no password (MS-IMAP-04). */
const passwordsAreOver = Date.parse('2026-08-25')

export async function playToday(stage: Stage): Promise<Today & { asTold: boolean }> {
  const { microsoft, address, password, appPassword, timeoutMs } = stage
  microsoft.clock.set(new Date(Math.max(Date.now(), passwordsAreOver)))
  const { clientId, asOf } = microsoft.servers
  const network = mappedNetwork(parseServerMap(microsoft.servers), { timeoutMs })
  const refused = {
    password: await check({ address, secret: password, network }),
    appPassword: await check({ address, secret: appPassword, network }),
  }
  let shown: Today['shown']
  const grant = await signInWithDeviceCode({
    account: 'personal',
    clientId,
    network,
    onCode: ({ openUri, userCode }) => {
      shown = { page: openUri, code: userCode }
      microsoft.oauth.approveDevice(userCode, address) // what the owner does at that page
    },
  })
  const signedIn = await check({ address: grant.username, token: grant, network })
  const isOver = Object.values(refused).every(({ finding, protocols }) =>
    [finding, ...protocols.map((protocol) => protocol.finding)].every(({ code }) => code === 'basic-auth-retired'),
  )
  return { asOf, refused, shown, signedIn, asTold: isOver && signedIn.ok && everySignIn(signedIn, 'ok') }
}

/** All three protocols, each with that outcome of its one sign-in. */
export function everySignIn({ protocols }: CheckReport, outcome: 'ok' | 'failed'): boolean {
  const signIns = protocols.flatMap(({ steps }) => steps.filter(({ step }) => step === 'sign-in'))
  return signIns.length === 3 && signIns.every((signIn) => signIn.outcome === outcome)
}
