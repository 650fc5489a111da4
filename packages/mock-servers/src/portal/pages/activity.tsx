/** Recent sign-ins of mail programs: what Microsoft said, and beside it the mock's reason. */
import { Hono } from 'hono'
import type { SignIn } from '../../sign-in/journal.ts'
import { Instant } from '../elements.tsx'
import { page } from '../layout.tsx'
import type { OwnerEnv, PortalOptions, Visitor } from '../options.ts'

const mostShown = 100

export function activity({ journal }: PortalOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  routes.get('/activity', (context) => {
    const visitor = context.get('visitor')
    const { activity } = visitor.messages
    const entries = journal
      .query({ address: context.get('account').address })
      .slice(-mostShown)
      .toReversed()
    const body = entries.length > 0 ? <SignIns visitor={visitor} entries={entries} /> : <p>{activity.none}</p>
    return page(context, { title: activity.title }, body)
  })
  return routes
}

function SignIns({ visitor, entries }: { visitor: Visitor; entries: SignIn[] }) {
  const { activity } = visitor.messages
  return (
    <>
      <p>{activity.explanation(mostShown)}</p>
      <div class="scrolls" tabindex={0} role="region" aria-label={activity.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{activity.at}</th>
              <th scope="col">{activity.how}</th>
              <th scope="col">{activity.outcome}</th>
              <th scope="col">{activity.reply}</th>
              <th scope="col">{activity.reason}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row visitor={visitor} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Row({ visitor, entry }: { visitor: Visitor; entry: SignIn }) {
  const { activity, protocolNames } = visitor.messages
  return (
    <tr class={entry.outcome}>
      <td>
        <Instant at={entry.at} language={visitor.language} />
      </td>
      <td>
        {protocolNames[entry.protocol]} <code>{entry.mechanism}</code>
      </td>
      <td>{activity.outcomes[entry.outcome]}</td>
      <td lang="en">
        <code class="reply">{entry.reply}</code>
      </td>
      <td>
        {activity.because(entry)}
        <br />
        <small>
          <code>{entry.reason}</code>, <code>{entry.evidence}</code>
        </small>
      </td>
    </tr>
  )
}
