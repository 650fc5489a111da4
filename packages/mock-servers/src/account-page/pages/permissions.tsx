/** The question both consent pages ask: may this application do these things in your name? */
import { parseScopes, type OpenIdScope, type Permission } from '../../tokens/scopes.ts'
import type { Client } from '../../identity/clients.ts'
import { signInPath } from '../../http/paths.ts'
import { PostForm } from '../layout/elements.tsx'
import type { Visitor } from '../visit/options.ts'
import { pathWithReturn } from '../visit/return-path.ts'

export type Question = {
  client: Pick<Client, 'id' | 'name'>
  scopes: readonly string[]
  /** The form's address, and what it sends along. */
  action: string
  hidden: Readonly<Record<string, string>>
  /** Where to come back to after signing in with another account. */
  back: string
}

/** What the scopes of a request permit; those were checked when it came. */
function permissionsIn(scopes: readonly string[]): Permission[] {
  const parsed = parseScopes(scopes.join(' '))
  return parsed.ok ? [...parsed.scopes.permissions] : []
}

function openIdIn(scopes: readonly string[]): OpenIdScope[] {
  const parsed = parseScopes(scopes.join(' '))
  return parsed.ok ? [...parsed.scopes.openId] : []
}

export function Permissions({ visitor, address, question }: { visitor: Visitor; address: string; question: Question }) {
  const { permissions } = visitor.messages
  const { client, scopes, action, hidden, back } = question
  const wanted = [
    ...permissionsIn(scopes).map((name) => [name, permissions.can[name]] as const),
    ...openIdIn(scopes).map((name) => [name, permissions.openId[name]] as const),
  ]
  return (
    <>
      <p>{permissions.asks(client.name, address)}</p>
      <ul>
        {wanted.map(([name, meaning]) => (
          <li>
            {meaning} <small class="scope">{name}</small>
          </li>
        ))}
      </ul>
      <p class="hint">
        {permissions.clientId} <code>{client.id}</code>
      </p>
      <PostForm action={action} visitor={visitor} class="answers">
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button name="answer" value="yes">
          {permissions.yes}
        </button>
        <button name="answer" value="no" class="quiet">
          {permissions.no}
        </button>
      </PostForm>
      <p>
        <a href={pathWithReturn(signInPath, back)}>{permissions.anotherAccount}</a>
      </p>
    </>
  )
}
