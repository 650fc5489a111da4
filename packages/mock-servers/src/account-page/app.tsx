/**
 * The account page: what its owner sees and switches, the pages of sign-in and consent, and the mailbox. Rendered on the
 * server and complete without JavaScript. It shows an account to whoever has signed in to it, and to nobody else.
 *
 * Answers every path, unknown ones too: give it, by `fetch`, the requests that belong to nobody else.
 */
import { Hono, type Context } from 'hono'
import { assets } from './assets/assets.ts'
import { acceptForms, limitForms, type FormRefusal } from './visit/forms.ts'
import { page } from './layout/page.tsx'
import type { Env, OwnerEnv, AccountPageOptions } from './visit/options.ts'
import { activity } from './pages/activity.tsx'
import { advancedSecurity } from './pages/advanced-security.tsx'
import { appPassword } from './pages/app-password.tsx'
import { consent } from './pages/consent.tsx'
import { deviceCode, devicePermission } from './pages/device.tsx'
import { chooseLanguage } from './pages/language.ts'
import { mailSettings } from './pages/mail-settings.tsx'
import { mailbox } from './pages/mailbox.tsx'
import { message } from './pages/message.tsx'
import { overview } from './pages/overview.tsx'
import { password } from './pages/password.tsx'
import { security } from './pages/security.tsx'
import { signIn } from './pages/sign-in.tsx'
import { signInCode } from './pages/sign-in-code.tsx'
import { SecondStep } from './visit/second-step.ts'
import { securityHeaders } from './visit/security-headers.ts'
import { ownersOnly, recogniseVisitors } from './visit/visitors.ts'

export function accountPage(options: AccountPageOptions): Hono<Env> {
  const secondStep = new SecondStep(options.directory)
  const app = new Hono<Env>()
  app.use(securityHeaders)
  app.route('/assets', assets())
  app.use(recogniseVisitors(options), limitForms(refuseForm), acceptForms(refuseForm))
  app.notFound(notFound)
  app.onError(failed)

  app.route('/', overview(options))
  app.route('/', signIn(options, secondStep))
  app.route('/', signInCode(options, secondStep))
  app.route('/', deviceCode(options))
  app.route('/', chooseLanguage())

  const owners = new Hono<OwnerEnv>()
  owners.use(ownersOnly)
  owners.route('/', security(options))
  owners.route('/', advancedSecurity(secondStep))
  owners.route('/', appPassword(options))
  owners.route('/', password(options))
  owners.route('/', mailSettings())
  owners.route('/', activity(options))
  owners.route('/', consent(options))
  owners.route('/', devicePermission(options))
  owners.route('/', mailbox(options))
  owners.route('/', message(options))
  app.route('/', owners)
  return app
}

const refusalStatus = { 'too-large': 413, 'not-a-form': 415, foreign: 403 } as const satisfies Record<
  FormRefusal,
  number
>

function refuseForm(context: Context<Env>, why: FormRefusal) {
  const { title, reasons } = context.get('visitor').messages.formRefused
  return page(context, { title, problem: true, status: refusalStatus[why] }, <p>{reasons[why]}</p>)
}

function notFound(context: Context<Env>) {
  const { title, explanation } = context.get('visitor').messages.notFound
  return page(context, { title, problem: true, status: 404 }, <p>{explanation}</p>)
}

/** Says nothing of what happened: it might hold what somebody typed. */
function failed(error: Error, context: Context<Env>) {
  const { title, explanation } = context.get('visitor').messages.failed
  return page(context, { title, problem: true, status: 500 }, <p>{explanation(error.name)}</p>)
}
