/** Security: the way to everything that protects the account. */
import { Hono } from 'hono'
import { signInPath } from '../../http/paths.ts'
import { PostForm } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { OwnerEnv, AccountPageOptions } from '../visit/options.ts'
import { pathWithReturn } from '../visit/return-path.ts'
import { rememberSession } from '../visit/visitors.ts'

export function security({ identity }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()

  routes.get('/security', (context) => {
    const visitor = context.get('visitor')
    const { security } = visitor.messages
    const places = [
      ['/proofs/manage/additional', security.advanced],
      ['/password', security.password],
      ['/activity', security.activity],
    ] as const
    return page(
      context,
      { title: security.title },
      <>
        <ul class="cards">
          {places.map(([href, { title, explanation }]) => (
            <li>
              <h2>
                <a href={href}>{title}</a>
              </h2>
              <p>{explanation}</p>
            </li>
          ))}
          <li>
            <h2>{security.everywhere.title}</h2>
            <p>{security.everywhere.explanation}</p>
            <PostForm action="/security/sign-out-everywhere" visitor={visitor}>
              <button class="quiet">{security.everywhere.submit}</button>
            </PostForm>
          </li>
        </ul>
      </>,
    )
  })

  routes.post('/security/sign-out-everywhere', (context) => {
    identity.signOutEverywhere(context.get('account'))
    rememberSession(context, identity.webSessions.cookieName, null)
    return context.redirect(pathWithReturn(signInPath, '/', { notice: 'signed-out-everywhere' }), 303)
  })

  return routes
}
