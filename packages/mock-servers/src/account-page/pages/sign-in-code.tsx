/** The second step of signing in: the code of an authenticator app. */
import { Hono, type Context } from 'hono'
import type { Account } from '../../directory/account.ts'
import { signInPath } from '../../http/paths.ts'
import { Field, PostForm } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { AccountPageOptions, Env, Visitor } from '../visit/options.ts'
import type { SecondStep } from '../visit/second-step.ts'
import { Authenticator } from './authenticator.tsx'
import { askPassword, begin } from './sign-in.tsx'

export function signInCode(options: AccountPageOptions, secondStep: SecondStep): Hono<Env> {
  const routes = new Hono<Env>()

  const askCode = (context: Context<Env>, account: Account, problem = false) => {
    const visitor = context.get('visitor')
    const about = { title: visitor.messages.code.title, problem, status: problem ? 422 : 200 } as const
    return page(
      context,
      about,
      <CodeForm visitor={visitor} account={account} secret={secondStep.secretOf(account)} problem={problem} />,
    )
  }

  routes.get('/signin/code', (context) => {
    const account = secondStep.pending(context.get('visitor').visit)
    return account ? askCode(context, account) : context.redirect(signInPath, 303)
  })

  routes.post('/signin/code', (context) => {
    const { visit } = context.get('visitor')
    const account = secondStep.pending(visit)
    const outcome = secondStep.enter(visit, context.get('form').get('code') ?? '', options.clock.now())
    if (outcome.kind === 'right') return begin(context, options, { ...outcome, multiFactor: true })
    if (outcome.kind === 'wrong' && account) return askCode(context, account, true)
    return askPassword(context, options, { address: account?.address ?? '', back: '/', refusal: 'code-over' })
  })

  return routes
}

type CodeFormProps = { visitor: Visitor; account: Account; secret: Uint8Array; problem: boolean }

function CodeForm({ visitor, account, secret, problem }: CodeFormProps) {
  const { code } = visitor.messages
  return (
    <>
      <p>{code.explanation(account.address)}</p>
      <PostForm action="/signin/code" visitor={visitor}>
        <Field
          name="code"
          label={code.label}
          hint={code.hint}
          problem={problem ? code.wrong : undefined}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          autofocus
        />
        <button>{code.submit}</button>
      </PostForm>
      <Authenticator visitor={visitor} secret={secret} />
    </>
  )
}
