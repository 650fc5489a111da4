/** Changing the password. Ends every other session and every token of the account; app passwords stay (MS-ACC-08). */
import { Hono, type Context } from 'hono'
import { Field, PostForm } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { OwnerEnv, AccountPageOptions, Visitor } from '../visit/options.ts'
import { rememberSession } from '../visit/visitors.ts'

/** As long as the configuration takes. */
const maxPassword = 1024

type Problem = 'wrong' | 'empty' | 'too-long' | 'different'

export function password({ identity, clock }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  const { webSessions } = identity

  const ask = (context: Context<OwnerEnv>, problem?: Problem) => {
    const visitor = context.get('visitor')
    const about = {
      title: visitor.messages.password.title,
      problem: problem !== undefined,
      status: problem ? 422 : 200,
    } as const
    return page(context, about, <PasswordForm visitor={visitor} problem={problem} />)
  }

  routes.get('/password', (context) => ask(context))

  routes.post('/password', (context) => {
    const form = context.get('form')
    const [current, wanted, again] = ['current', 'new', 'again'].map((name) => form.get(name) ?? '') as [
      string,
      string,
      string,
    ]
    const { account, multiFactor } = context.get('session')
    if (account.match(current).kind !== 'password') return ask(context, 'wrong')
    if (wanted === '') return ask(context, 'empty')
    if (wanted.length > maxPassword) return ask(context, 'too-long')
    if (wanted !== again) return ask(context, 'different')
    account.password = wanted
    rememberSession(context, webSessions.cookieName, webSessions.begin(account, { multiFactor, at: clock.now() }))
    return context.redirect('/security?notice=password-changed', 303)
  })

  return routes
}

function PasswordForm({ visitor, problem }: { visitor: Visitor; problem: Problem | undefined }) {
  const { password } = visitor.messages
  const about = (...problems: Problem[]) =>
    problem && problems.includes(problem) ? password.problems[problem] : undefined
  return (
    <>
      <p>{password.explanation}</p>
      <PostForm action="/password" visitor={visitor}>
        {/* For password managers: whose password it is. */}
        <input type="email" autocomplete="username" value={visitor.session?.account.address} readonly hidden />
        <Field
          name="current"
          label={password.current}
          type="password"
          autocomplete="current-password"
          problem={about('wrong')}
        />
        <Field
          name="new"
          label={password.wanted}
          type="password"
          autocomplete="new-password"
          problem={about('empty', 'too-long')}
        />
        <Field
          name="again"
          label={password.again}
          type="password"
          autocomplete="new-password"
          problem={about('different')}
        />
        <button>{password.submit}</button>
      </PostForm>
    </>
  )
}
