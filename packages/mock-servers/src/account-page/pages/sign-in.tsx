/**
 * Signing in: the password, then the code if two-step verification is on; and signing out. Whoever proves himself here is
 * not blocked any longer (MS-ACC-09). Says no more about a password than whether it is right.
 */
import { Hono, type Context } from 'hono'
import type { Account } from '../../directory/account.ts'
import { signInPath } from '../../http/paths.ts'
import { DeveloperPanel, Field, PostForm } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { AccountPageOptions, Env, Visitor } from '../visit/options.ts'
import { afterForm, pathWithReturn, returnPath } from '../visit/return-path.ts'
import type { SecondStep } from '../visit/second-step.ts'
import { rememberSession } from '../visit/visitors.ts'
import { AccountPicker } from './overview.tsx'

type Refusal = 'unknown-account' | 'wrong-password' | 'app-password' | 'code-over'
type Entered = { address: string; back: string; refusal?: Refusal }

export function signIn(options: AccountPageOptions, secondStep: SecondStep): Hono<Env> {
  const routes = new Hono<Env>()
  const { directory, identity } = options
  const { webSessions } = identity

  routes.get(signInPath, (context) => {
    const { login_hint: address = '', return: back } = context.req.query()
    return askPassword(context, options, { address: address.slice(0, 320), back: returnPath(back) })
  })

  routes.post(signInPath, (context) => {
    const form = context.get('form')
    const address = (form.get('address') ?? '').trim()
    const back = returnPath(form.get('return'))
    const account = directory.get(address)
    const refusal = account ? whyNot(account, form.get('password') ?? '') : 'unknown-account'
    if (!account || refusal) return askPassword(context, options, { address, back, ...(refusal && { refusal }) })
    if (!account.twoStep) return begin(context, options, { account, multiFactor: false, back })
    secondStep.begin(context.get('visitor').visit, account, back)
    return context.redirect('/signin/code', 303)
  })

  routes.get('/continue', (context) => {
    const { title, explanation, link } = context.get('visitor').messages.goOn
    const to = returnPath(context.req.query('return'))
    return page(
      context,
      { title, goOn: { seconds: 0, to } },
      <>
        <p>{explanation}</p>
        <p>
          <a href={to}>{link}</a>
        </p>
      </>,
    )
  })

  routes.post('/signout', (context) => {
    const { session } = context.get('visitor')
    if (session) webSessions.end(session.id)
    rememberSession(context, webSessions.cookieName, null)
    return context.redirect(pathWithReturn(signInPath, '/', { notice: 'signed-out' }), 303)
  })

  return routes
}

/** Who has proved himself is signed in, in this browser, and sent back to where he came from. */
export function begin(
  context: Context<Env>,
  { identity, clock }: AccountPageOptions,
  { account, multiFactor, back }: { account: Account; multiFactor: boolean; back: string },
) {
  const { webSessions } = identity
  const { session } = context.get('visitor')
  if (session) webSessions.end(session.id)
  account.standing = 'active'
  rememberSession(context, webSessions.cookieName, webSessions.begin(account, { multiFactor, at: clock.now() }))
  return context.redirect(afterForm(back), 303)
}

export function askPassword(context: Context<Env>, { directory }: AccountPageOptions, entered: Entered) {
  const visitor = context.get('visitor')
  const { title } = visitor.messages.signIn
  const problem = entered.refusal !== undefined
  return page(
    context,
    { title, problem, status: problem ? 422 : 200 },
    <>
      <PasswordForm visitor={visitor} entered={entered} />
      <DeveloperPanel visitor={visitor} id="developer">
        <AccountPicker visitor={visitor} accounts={directory.list()} back={entered.back} />
      </DeveloperPanel>
    </>,
  )
}

function whyNot(account: Account, password: string): Refusal | undefined {
  switch (account.match(password).kind) {
    case 'password':
      return undefined
    case 'app-password':
    case 'former-app-password':
      return 'app-password'
    case 'wrong-secret':
      return 'wrong-password'
  }
}

function PasswordForm({ visitor, entered: { address, back, refusal } }: { visitor: Visitor; entered: Entered }) {
  const { signIn } = visitor.messages
  const problem = refusal && signIn.refusals[refusal]
  const aboutAddress = refusal === 'unknown-account'
  return (
    <PostForm action={signInPath} visitor={visitor}>
      <input type="hidden" name="return" value={back} />
      <Field
        name="address"
        label={signIn.address}
        type="email"
        value={address}
        problem={aboutAddress ? problem : undefined}
        autocomplete="username"
        maxlength={320}
        autofocus={address === '' || aboutAddress}
      />
      <Field
        name="password"
        label={signIn.password}
        type="password"
        problem={aboutAddress ? undefined : problem}
        autocomplete="current-password"
        autofocus={address !== '' && !aboutAddress}
      />
      <button>{signIn.submit}</button>
    </PostForm>
  )
}
