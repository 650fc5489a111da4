/** The front page: the accounts to pick from, and after the sign-in what the account is and what mail programs need. */
import { Hono } from 'hono'
import type { Account } from '../../directory/account.ts'
import type { Directory } from '../../directory/directory.ts'
import type { Protocol } from '../../directory/protocol.ts'
import { basicAuth } from '../../sign-in/calendar.ts'
import { signInPath } from '../../http/paths.ts'
import { Warning } from '../layout/elements.tsx'
import { page } from '../layout/page.tsx'
import type { Env, AccountPageOptions, Visitor } from '../visit/options.ts'
import { pathWithReturn } from '../visit/return-path.ts'

export function overview({ directory }: AccountPageOptions): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/', (context) => {
    const visitor = context.get('visitor')
    const { overview } = visitor.messages
    const account = visitor.session?.account
    if (!account) {
      const body = <AccountPicker visitor={visitor} accounts={directory.list()} back="/" />
      return page(context, { title: overview.welcome }, body)
    }
    return page(
      context,
      { title: overview.title },
      <>
        <AccountFacts visitor={visitor} account={account} />
        <MailPrograms visitor={visitor} account={account} directory={directory} />
        <p>
          <a href={signInPath}>{overview.anotherAccount}</a>
        </p>
      </>,
    )
  })
  return routes
}

/** A real sign-in page would not know them; a mock does, and says so. */
export function AccountPicker({ visitor, accounts, back }: { visitor: Visitor; accounts: Account[]; back: string }) {
  const { overview, kinds } = visitor.messages
  if (accounts.length === 0) return <p>{overview.noAccounts}</p>
  return (
    <>
      <p>{overview.pick}</p>
      <ul class="accounts">
        {accounts.map(({ address, kind }) => (
          <li>
            <a href={pathWithReturn(signInPath, back, { login_hint: address })}>{address}</a> <span>{kinds[kind]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function AccountFacts({ visitor, account }: { visitor: Visitor; account: Account }) {
  const { overview, kinds, switches, standings } = visitor.messages
  return (
    <dl class="facts">
      <dt>{overview.address}</dt>
      <dd>{account.address}</dd>
      {account.aliases.length > 0 && (
        <>
          <dt>{overview.aliases}</dt>
          <dd>{account.aliases.join(', ')}</dd>
        </>
      )}
      <dt>{overview.kind}</dt>
      <dd>{kinds[account.kind]}</dd>
      <dt>{overview.twoStep}</dt>
      <dd>{account.twoStep ? switches.on : switches.off}</dd>
      <dt>{overview.standing}</dt>
      <dd>{standings[account.standing]}</dd>
    </dl>
  )
}

const protocols = ['imap', 'pop3', 'smtp'] as const satisfies readonly Protocol[]

/** What the rules of the mock's day ask of a mail program, the account as it is. */
function MailPrograms({ visitor, account, directory }: { visitor: Visitor; account: Account; directory: Directory }) {
  const { mailPrograms, protocolNames } = visitor.messages
  const passwords = protocols.filter((protocol) => passwordsAccepted(account, protocol, directory, visitor.now))
  return (
    <section aria-labelledby="mail-programs">
      <h2 id="mail-programs">{mailPrograms.title}</h2>
      <p>{mailPrograms.depends}</p>
      <ul>
        {protocols.map((protocol) => (
          <li>
            {protocolNames[protocol]}:{' '}
            {!account.protocols[protocol]
              ? mailPrograms.off
              : !passwords.includes(protocol)
                ? mailPrograms.oauthOnly
                : account.twoStep
                  ? mailPrograms.appPassword
                  : mailPrograms.password}
          </li>
        ))}
      </ul>
      {passwords.length === 0 && <Warning>{mailPrograms.retired}</Warning>}
    </section>
  )
}

/** By the calendar alone: switches of mailbox and tenant come on top. */
export function passwordsAccepted(account: Account, protocol: Protocol, directory: Directory, at: Date): boolean {
  const tenant = directory.tenantOf(account)
  return basicAuth(account.kind, protocol, at, tenant) === 'accepted'
}
