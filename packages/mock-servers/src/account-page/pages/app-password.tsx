/** Making an app password, and the one page that shows it, once (MS-ACC-03). */
import { Hono } from 'hono'
import { AppPasswordRefused, type NewAppPassword } from '../../directory/app-passwords.ts'
import { Field, PostForm, Warning } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { OwnerEnv, AccountPageOptions, Visitor } from '../visit/options.ts'
import { ShownOnce } from '../visit/shown-once.ts'
import { passwordsAccepted } from './overview.tsx'

/** Microsoft's own (docs/microsoft-sign-in.md#accounts). */
const path = '/proofs/AppPassword'
const shownAt = `${path}/created`
const maxName = 100

export function appPassword({ directory }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  const shownOnce = new ShownOnce(directory)

  routes.get(path, (context) => {
    const visitor = context.get('visitor')
    const account = context.get('account')
    const { create } = visitor.messages.appPasswords
    if (!account.twoStep) return page(context, { title: create.title }, <TwoStepFirst visitor={visitor} />)
    const useful = passwordsAccepted(account, 'imap', directory, visitor.now)
    return page(
      context,
      { title: create.title },
      <>
        {!useful && <Warning>{create.useless}</Warning>}
        <p>{create.explanation}</p>
        <PostForm action={path} visitor={visitor}>
          <Field name="name" label={create.name} hint={create.nameHint} maxlength={maxName} required={false} />
          <button>{create.submit}</button>
        </PostForm>
      </>,
    )
  })

  routes.post(path, (context) => {
    const { messages } = context.get('visitor')
    const { create } = messages.appPasswords
    const name = (context.get('form').get('name') ?? '').trim().slice(0, maxName) || create.defaultName
    try {
      shownOnce.put(context.get('session'), context.get('account').createAppPassword(name))
      return context.redirect(shownAt, 303)
    } catch (error) {
      if (!(error instanceof AppPasswordRefused)) throw error
      const about = { title: create.title, problem: true, status: 409 } as const
      return page(context, about, <p class="problem">{create.refusals[error.reason]}</p>)
    }
  })

  routes.get(shownAt, (context) => {
    const visitor = context.get('visitor')
    const { created } = visitor.messages.appPasswords
    const made = shownOnce.take(context.get('session'))
    return page(context, { title: created.title }, <Created visitor={visitor} made={made} />)
  })

  return routes
}

function TwoStepFirst({ visitor }: { visitor: Visitor }) {
  const { create } = visitor.messages.appPasswords
  return (
    <>
      <p>{create.twoStepFirst}</p>
      <p>
        <a href="/proofs/manage/additional">{visitor.messages.advanced.title}</a>
      </p>
    </>
  )
}

function Created({ visitor, made }: { visitor: Visitor; made: NewAppPassword | undefined }) {
  const { created, create } = visitor.messages.appPasswords
  if (!made) {
    return (
      <>
        <p>{created.gone}</p>
        <p>
          <a href={path}>{create.title}</a>
        </p>
      </>
    )
  }
  return (
    <>
      <p id="use">{created.use(made.name)}</p>
      <p>
        <output class="secret" aria-label={created.label} aria-describedby="use" data-testid="app-password">
          {made.password}
        </output>
      </p>
      <Warning>{created.once}</Warning>
      <p>
        <a href="/proofs/manage/additional">{created.done}</a>
      </p>
    </>
  )
}
