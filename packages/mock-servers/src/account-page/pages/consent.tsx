/** Consent to an application that signed its user in with the browser. What was said goes to the identity service. */
import { Hono, type Context } from 'hono'
import { consentPath, resumePath } from '../../http/paths.ts'
import { page } from '../layout/page.tsx'
import type { OwnerEnv, AccountPageOptions } from '../visit/options.ts'
import { afterForm } from '../visit/return-path.ts'
import { Permissions } from './permissions.tsx'

export function consent({ identity, clock }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  const { authorizations } = identity

  const gone = (context: Context<OwnerEnv>) => {
    const { consent } = context.get('visitor').messages
    return page(context, { title: consent.title, problem: true, status: 404 }, <p>{consent.gone}</p>)
  }

  routes.get(consentPath, (context) => {
    const visitor = context.get('visitor')
    const request = context.req.query('request') ?? ''
    const pending = authorizations.find(request, clock.now())
    if (!pending) return gone(context)
    const question = {
      client: pending.client,
      scopes: pending.scopes,
      action: consentPath,
      hidden: { request },
      back: resumeAt(request),
    }
    return page(
      context,
      { title: visitor.messages.consent.title },
      <Permissions visitor={visitor} address={context.get('account').address} question={question} />,
    )
  })

  routes.post(consentPath, (context) => {
    const form = context.get('form')
    const request = form.get('request') ?? ''
    const decision = form.get('answer') === 'yes' ? 'given' : 'declined'
    const waited = authorizations.answer(request, { decision, account: context.get('account') }, clock.now())
    return waited ? context.redirect(afterForm(resumeAt(request)), 303) : gone(context)
  })

  return routes
}

function resumeAt(request: string): string {
  return `${resumePath}?${new URLSearchParams({ request }).toString()}`
}
