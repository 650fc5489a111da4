/** Advanced security options: two-step verification and, only while it is on, app passwords (MS-ACC-01). */
import { Hono } from 'hono'
import type { Account } from '../../directory/account.ts'
import { Instant, PostForm } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { OwnerEnv, Visitor } from '../visit/options.ts'
import type { SecondStep } from '../visit/second-step.ts'
import { Authenticator } from './authenticator.tsx'

/** Microsoft's own (docs/microsoft-sign-in.md#accounts). */
const path = '/proofs/manage/additional'

export function advancedSecurity(secondStep: SecondStep): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()

  routes.get(path, (context) => {
    const visitor = context.get('visitor')
    const account = context.get('account')
    return page(
      context,
      { title: visitor.messages.advanced.title },
      <>
        <TwoStep visitor={visitor} account={account} />
        {account.twoStep && <AppPasswords visitor={visitor} account={account} />}
        {account.twoStep && <Authenticator visitor={visitor} secret={secondStep.secretOf(account)} />}
      </>,
    )
  })

  routes.post('/proofs/two-step', (context) => {
    const account = context.get('account')
    // What was asked for, not the opposite of what is: a form that is sent twice does the same.
    account.twoStep = context.get('form').get('to') === 'on'
    return context.redirect(`${path}?notice=two-step-${account.twoStep ? 'on' : 'off'}`, 303)
  })

  routes.post('/proofs/AppPassword/remove', (context) => {
    const account = context.get('account')
    const id = context.get('form').get('id')
    if (id === null) account.removeAppPasswords()
    else account.removeAppPassword(id)
    return context.redirect(`${path}?notice=app-passwords-removed`, 303)
  })

  return routes
}

function TwoStep({ visitor, account }: { visitor: Visitor; account: Account }) {
  const { advanced, switches } = visitor.messages
  const on = account.twoStep
  return (
    <section aria-labelledby="two-step">
      <h2 id="two-step">{advanced.twoStep.title}</h2>
      <p>
        <strong>{on ? switches.on : switches.off}</strong>
      </p>
      <p>{on ? advanced.twoStep.whileOn : advanced.twoStep.whileOff}</p>
      <PostForm action="/proofs/two-step" visitor={visitor}>
        <input type="hidden" name="to" value={on ? 'off' : 'on'} />
        <button class={on ? 'quiet' : undefined}>{on ? advanced.twoStep.turnOff : advanced.twoStep.turnOn}</button>
      </PostForm>
    </section>
  )
}

function AppPasswords({ visitor, account }: { visitor: Visitor; account: Account }) {
  const { appPasswords } = visitor.messages
  return (
    <section aria-labelledby="app-passwords">
      <h2 id="app-passwords">{appPasswords.title}</h2>
      <p>{appPasswords.explanation}</p>
      <p>
        <a class="button" href="/proofs/AppPassword">
          {appPasswords.create.title}
        </a>
      </p>
      {account.appPasswords.length > 0 && <Existing visitor={visitor} account={account} />}
    </section>
  )
}

/** Microsoft shows none of them and removes all at once (MS-ACC-05); the list is the mock's. */
function Existing({ visitor, account }: { visitor: Visitor; account: Account }) {
  const { appPasswords } = visitor.messages
  return (
    <>
      <div class="scrolls" tabindex={0} role="region" aria-label={appPasswords.existing}>
        <table>
          <caption>{appPasswords.existing}</caption>
          <thead>
            <tr>
              <th scope="col">{appPasswords.name}</th>
              <th scope="col">{appPasswords.createdAt}</th>
              <th scope="col">{appPasswords.lastUsedAt}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {account.appPasswords.map(({ id, name, createdAt, lastUsedAt }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  <Instant at={createdAt} language={visitor.language} />
                </td>
                <td>{lastUsedAt ? <Instant at={lastUsedAt} language={visitor.language} /> : appPasswords.never}</td>
                <td>
                  <PostForm action="/proofs/AppPassword/remove" visitor={visitor}>
                    <button class="plain" name="id" value={id} aria-label={appPasswords.removeThis(name)}>
                      {appPasswords.remove}
                    </button>
                  </PostForm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PostForm action="/proofs/AppPassword/remove" visitor={visitor}>
        <button class="quiet">{appPasswords.removeAll}</button>
      </PostForm>
    </>
  )
}
