/**
 * Signing in a program on another device (RFC 8628): type the code it shows, sign in, say yes or no. Warns of the trick
 * that lives on this page: a stranger's code, and one's own yes.
 */
import { Hono, type Context } from 'hono'
import { isFor } from '../../identity/client-check.ts'
import type { PendingDevice } from '../../identity/device-codes.ts'
import { signInPath } from '../../http/paths.ts'
import { Field, PostForm, Warning } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { Env, OwnerEnv, AccountPageOptions, Visitor } from '../visit/options.ts'
import { pathWithReturn } from '../visit/return-path.ts'
import { Permissions } from './permissions.tsx'

const maxCode = 40
const permitPath = '/link/permit'
const donePath = '/link/done'

type DeviceOptions = Pick<AccountPageOptions, 'identity' | 'clock'>

/** Where the code is typed in: `www.microsoft.com/link` for personal accounts, `microsoft.com/devicelogin` for all. */
export function deviceCode({ identity, clock }: DeviceOptions): Hono<Env> {
  const routes = new Hono<Env>()
  for (const path of ['/link', '/devicelogin']) {
    routes.get(path, (context) => askCode(context, path))
    routes.post(path, (context) => {
      const code = (context.get('form').get('code') ?? '').trim().slice(0, maxCode)
      const device = identity.deviceCodes.find(code, clock.now())
      return device ? context.redirect(permitAt(device.userCode), 303) : askCode(context, path, code)
    })
  }
  return routes
}

/** What comes after signing in. */
export function devicePermission({ identity, clock }: DeviceOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  const { deviceCodes } = identity

  routes.get(permitPath, (context) => {
    const device = deviceCodes.find(context.req.query('code') ?? '', clock.now())
    return device ? askPermission(context, device) : tell(context, 'gone')
  })

  routes.post(permitPath, (context) => {
    const form = context.get('form')
    const { account, multiFactor } = context.get('session')
    const at = clock.now()
    const device = deviceCodes.find(form.get('code') ?? '', at)
    if (!device) return tell(context, 'gone')
    if (form.get('answer') !== 'yes') {
      deviceCodes.decline(device.userCode, at)
      return context.redirect(`${donePath}?outcome=declined`, 303)
    }
    if (!isFor(device, account)) return askPermission(context, device)
    identity.approveDevice(device.userCode, { account, multiFactor, at })
    return context.redirect(`${donePath}?outcome=approved`, 303)
  })

  routes.get(donePath, (context) =>
    tell(context, outcomes.find((known) => known === context.req.query('outcome')) ?? 'gone'),
  )

  return routes
}

const outcomes = ['approved', 'declined'] as const

function permitAt(code: string): string {
  return `${permitPath}?${new URLSearchParams({ code }).toString()}`
}

/** @param wrong what was typed and is no code that waits */
function askCode(context: Context<Env>, action: string, wrong?: string) {
  const visitor = context.get('visitor')
  const { device } = visitor.messages
  const problem = wrong !== undefined
  return page(
    context,
    { title: device.title, problem, status: problem ? 422 : 200 },
    <>
      <p>{device.explanation}</p>
      <Warning>{device.phishing}</Warning>
      <PostForm action={action} visitor={visitor}>
        <Field
          name="code"
          label={device.code}
          value={wrong ?? ''}
          problem={problem ? device.wrong : undefined}
          autocomplete="off"
          maxlength={maxCode}
          autofocus
          class="code"
        />
        <button>{device.submit}</button>
      </PostForm>
    </>,
  )
}

function askPermission(context: Context<OwnerEnv>, device: PendingDevice) {
  const visitor = context.get('visitor')
  const account = context.get('account')
  const { title, notAdmitted, phishing } = visitor.messages.device
  const back = permitAt(device.userCode)
  if (!isFor(device, account)) {
    return page(
      context,
      { title, problem: true, status: 403 },
      <>
        <p>{notAdmitted(account.address, device.client.name)}</p>
        <p>
          <a href={pathWithReturn(signInPath, back)}>{visitor.messages.permissions.anotherAccount}</a>
        </p>
      </>,
    )
  }
  const { client, scopes, userCode } = device
  const question = { client, scopes, action: permitPath, hidden: { code: userCode }, back }
  return page(
    context,
    { title },
    <>
      <Warning>{phishing}</Warning>
      <Permissions visitor={visitor} address={account.address} question={question} />
    </>,
  )
}

function tell(context: Context<OwnerEnv>, told: (typeof outcomes)[number] | 'gone') {
  const visitor: Visitor = context.get('visitor')
  const { title, told: sentences, again } = visitor.messages.device
  const gone = told === 'gone'
  return page(
    context,
    { title, problem: gone, status: gone ? 404 : 200 },
    <>
      <p role="status">{sentences[told]}</p>
      {gone && (
        <p>
          <a href="/link">{again}</a>
        </p>
      )}
    </>,
  )
}
