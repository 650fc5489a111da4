/** Mail settings: which protocols may open the mailbox. */
import { Hono } from 'hono'
import { Checkbox, PostForm } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { OwnerEnv } from '../visit/options.ts'

const protocols = ['pop3', 'imap', 'smtp'] as const

export function mailSettings(): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()

  routes.get('/mail/settings', (context) => {
    const visitor = context.get('visitor')
    const { mailSettings } = visitor.messages
    const { protocols: switches } = context.get('account')
    return page(
      context,
      { title: mailSettings.title },
      <PostForm action="/mail/settings" visitor={visitor}>
        <fieldset>
          <legend>{mailSettings.legend}</legend>
          {protocols.map((protocol) => (
            <Checkbox name={protocol} label={mailSettings.switches[protocol]} checked={switches[protocol]} />
          ))}
        </fieldset>
        <button>{mailSettings.submit}</button>
      </PostForm>,
    )
  })

  routes.post('/mail/settings', (context) => {
    const form = context.get('form')
    context.get('account').protocols = {
      pop3: form.has('pop3'),
      imap: form.has('imap'),
      smtp: form.has('smtp'),
    }
    return context.redirect('/mail/settings?notice=mail-settings-saved', 303)
  })

  return routes
}
