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
  using waiting = new Waiting(context)
  return by === 'device'
    ? await signInWithDeviceCode({
        ...options,
        onCode: (prompt) => {
          const leftMs = prompt.expiresAt.getTime() - network.now().getTime()
          showCode(prompt, leftMs, context)
          waiting.begin(leftMs)
        },
      })
    : await signInWithBrowser({
        ...options,
        address,
        lang: context.lang,
        open: async (page) => {
          await showPage(page, context)
          waiting.begin()
        },
      })
}

/** The line that says what is waited for, and how long a code is still good for; gone at the end. */
class Waiting implements Disposable {
  readonly #context: Context
  #ticking: NodeJS.Timeout | undefined

  constructor(context: Context) {
    this.#context = context
  }

  begin(leftMs?: number): void {
    const { out, say } = this.#context
    const ends = performance.now() + (leftMs ?? 0)
    const tell = () => {
      const seconds = Math.max(0, Math.round((ends - performance.now()) / 1000))
      const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
      out.progress(say.login.waiting(leftMs === undefined ? undefined : left))
    }
    tell()
    if (leftMs === undefined || !out.progressOnTerminal) return
    this.#ticking = setInterval(tell, 1000)
    this.#ticking.unref()
  }

  [Symbol.dispose](): void {
    clearInterval(this.#ticking)
    this.#context.out.progress(undefined)
  }
}

function showCode({ openUri, userCode }: DeviceCodePrompt, leftMs: number, { out, say: { login } }: Context): void {
  const { errorColumns: columns, errorStyle: style } = out
  const minutes = Math.max(1, Math.round(leftMs / 60_000))
  // The page of a mock is on this machine, and no other device finds it.
  const here = /^(?:127\.[\d.]+|\[::1\]|localhost)$/.test(new URL(openUri).hostname)
  out.warn([
    ...wrap(here ? login.openPageHere : login.openPage, columns),
    `  ${style.cyan(plainLine(openUri))}`,
    ...wrap(login.enterCode, columns),
    `  ${style.bold(plainLine(userCode))}`,
    ...wrap(login.codeLife(minutes), columns),
  ])
}

async function showPage(page: string, { out, say: { login }, host }: Context): Promise<void> {
  const { errorColumns: columns, errorStyle: style } = out
  out.warn([...wrap(login.opening, columns), `  ${style.cyan(plainLine(page))}`])
  if (!(await openBrowser(page, host.env))) out.warn(wrap(login.noBrowser, columns))
}
