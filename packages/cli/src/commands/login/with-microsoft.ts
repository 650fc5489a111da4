/**
 * Signing in with Microsoft, as a person sees it: a code to type in, or a browser that opens after it was said. Everything is
 * told on standard error, and no token is in it.
 */
import {
  signInWithBrowser,
  signInWithDeviceCode,
  type AccountKind,
  type DeviceCodePrompt,
  type Network,
  type OAuthGrant,
} from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'
import { openBrowser } from './browser.ts'
import type { OAuthWay } from './flags.ts'

export type MicrosoftSignIn = {
  address: string
  account: AccountKind
  clientId: string
  network: Network
}

/** Throws what core's sign-ins throw. */
export async function signInWithMicrosoft(
  by: OAuthWay,
  { address, ...options }: MicrosoftSignIn,
  context: Context,
): Promise<OAuthGrant> {
  const { network } = options
  try {
    return by === 'device'
      ? await signInWithDeviceCode({ ...options, onCode: (prompt) => showCode(prompt, network.now(), context) })
      : await signInWithBrowser({ ...options, address, lang: context.lang, open: (page) => showPage(page, context) })
  } finally {
    context.out.progress(undefined)
  }
}

function showCode(
  { openUri, userCode, expiresAt }: DeviceCodePrompt,
  now: Date,
  { out, say: { login } }: Context,
): void {
  const { errorColumns: columns, errorStyle: style } = out
  const minutes = Math.max(1, Math.round((expiresAt.getTime() - now.getTime()) / 60_000))
  out.warn([
    ...wrap(login.openPage, columns),
    `  ${style.cyan(plainLine(openUri))}`,
    ...wrap(login.enterCode, columns),
    `  ${style.bold(plainLine(userCode))}`,
    ...wrap(login.codeLife(minutes), columns),
  ])
  out.progress(login.waiting)
}

async function showPage(page: string, { out, say: { login }, host }: Context): Promise<void> {
  const { errorColumns: columns, errorStyle: style } = out
  out.warn([...wrap(login.opening, columns), `  ${style.cyan(plainLine(page))}`])
  if (!(await openBrowser(page, host.env))) out.warn(wrap(login.noBrowser, columns))
  out.progress(login.waiting)
}
