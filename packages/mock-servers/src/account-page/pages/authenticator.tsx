/** What the owner's telephone would show. */
import { base32, codeAt } from '../../directory/totp.ts'
import { DeveloperPanel } from '../layout/elements.tsx'
import type { Visitor } from '../visit/options.ts'

export function Authenticator({ visitor, secret }: { visitor: Visitor; secret: Uint8Array }) {
  const { developer } = visitor.messages
  return (
    <DeveloperPanel visitor={visitor} id="authenticator">
      <dl class="facts">
        <dt>{developer.currentCode}</dt>
        <dd>
          <output class="secret" data-testid="code">
            {codeAt(secret, visitor.now)}
          </output>
        </dd>
        <dt>{developer.secret}</dt>
        <dd>
          <code>{base32(secret)}</code>
        </dd>
      </dl>
      <p>{developer.codeMeaning}</p>
    </DeveloperPanel>
  )
}
