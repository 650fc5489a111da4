/** Recent sign-ins of mail programs: what Microsoft said, and beside it the mock's reason. */
import { Hono } from 'hono'
import type { SignIn } from '../../sign-in/journal.ts'
import type { RuleName } from '../../sign-in/rules.ts'
import { Instant } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { OwnerEnv, AccountPageOptions, Visitor } from '../visit/options.ts'

const maxShown = 100

export function activity({ journal }: AccountPageOptions): Hono<OwnerEnv> {
  const routes = new Hono<OwnerEnv>()
  routes.get('/activity', (context) => {
    const visitor = context.get('visitor')
    const { activity } = visitor.messages
    const entries = journal
      .query({ address: context.get('account').address })
      .slice(-maxShown)
      .toReversed()
      .map((entry) => ({ ...entry, rule: journal.ruleOf(entry)! }))
    const body = entries.length > 0 ? <SignIns visitor={visitor} entries={entries} /> : <p>{activity.none}</p>
    return page(context, { title: activity.title }, body)
  })
  return routes
}

type Entry = SignIn & { rule: RuleName }

function SignIns({ visitor, entries }: { visitor: Visitor; entries: Entry[] }) {
  return (
    <>
      <p>{visitor.messages.activity.explanation(maxShown)}</p>
      <ol class="sign-ins">
        {entries.map((entry) => (
          <Row visitor={visitor} entry={entry} />
        ))}
      </ol>
    </>
  )
}

function Row({ visitor, entry }: { visitor: Visitor; entry: Entry }) {
  const { activity, protocolNames } = visitor.messages
  return (
    <li>
      <p>
        <strong class={entry.outcome}>{activity.outcomes[entry.outcome]}</strong> {protocolNames[entry.protocol]}{' '}
        <code>{entry.mechanism}</code> <Instant at={entry.at} language={visitor.language} />
      </p>
      <dl>
        <div>
          <dt>{activity.reply}</dt>
          <dd lang="en">
            <code class="reply">{entry.reply}</code>
          </dd>
        </div>
        <div>
          <dt>{activity.reason}</dt>
          <dd>
            {activity.because[entry.rule]}{' '}
            <small>
              <code>{entry.reason}</code> <code>{entry.evidence}</code>
            </small>
          </dd>
        </div>
      </dl>
    </li>
  )
}
