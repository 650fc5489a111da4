import { expect, test } from 'vitest'
import { because } from './because.ts'
import { rulings } from './decide.ts'
import { rules } from './rules.ts'

/** docs/sign-in-rules.md, made from the rules: `npm run generate` writes it anew, and without that a change of them fails. */
const page = () => `# The sign-in rules

How the mock decides a sign-in: from top to bottom, the first rule that fits. Made from
[rules.ts](../packages/mock-servers/src/sign-in/rules.ts) and [because.ts](../packages/mock-servers/src/sign-in/because.ts) by
\`npm run generate\`: do not edit it here. What is decided by is in [facts.ts](../packages/mock-servers/src/sign-in/facts.ts);
a fact that a rule does not name may be anything. The ids are rows of [microsoft-sign-in.md](microsoft-sign-in.md). A protocol
without one does not have the rule.

| | Rule | When | Then | POP3 | IMAP | SMTP | Why |
|---|---|---|---|---|---|---|---|
${rulings.map(row).join('\n')}
`

function row(ruling: (typeof rulings)[number], index: number): string {
  const { rule, on, outcome, reason } = ruling
  const unconnected = ruling.outcome === 'accepted' && !ruling.connected ? ', not connected' : ''
  const ids = [on.pop3, on.imap, on.smtp].map((id) => id ?? '–')
  const cells = [
    `${index + 1}`,
    `\`${rule}\``,
    conditions(rules[index]!.when),
    `${outcome}: \`${reason}\`${unconnected}`,
    ...ids,
    because[rule],
  ]
  return `| ${cells.join(' | ')} |`
}

function conditions(when: Readonly<Record<string, string | readonly string[]>>): string {
  const named = Object.entries(when).map(([fact, values]) => `${fact}: ${[values].flat().join(', ')}`)
  return named.join('; ') || 'always'
}

test('docs/sign-in-rules.md shows the rules as they are', async () => {
  await expect(page()).toMatchFileSnapshot('../../../../docs/sign-in-rules.md')
})
