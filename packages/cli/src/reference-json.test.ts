/** Every field of every JSON document is in docs/reference/json.md, under the heading of its command. */
import { referencePage } from '@sparekey/testkit/reference'
import { expect, it } from 'vitest'
import { hanako, mockedCommand, password } from './testing/mock.ts'
import { runMain } from './testing/run-main.ts'

/** A delivery report with two causes. */
const report = `From: MAILER-DAEMON@mx.example.com
Subject: failure notice

<a@example.com>:
550 5.1.1 User unknown

<b@example.com>:
552 5.2.2 Mailbox full
`

it('the reference names every field of what --json prints', async () => {
  await using past = await mockedCommand()
  await using today = await mockedCommand({ asOf: new Date().toISOString() })
  const mail = ['--account', hanako]
  const elsewhere = ['--using', 'imap=imap-mail.outlook.com:143/none/spa']
  const message = ['--from', hanako, '--to', hanako, '--subject', 'Hello', '--text', 'Hello']
  const signedIn = await today.login(['--json'])
  const documents: readonly [heading: string, printed: Promise<{ stdout: string }> | { stdout: string }][] = [
    ['settings', past.run(['settings', hanako, '--json'])],
    ['settings', today.run(['settings', hanako, '--for', 'msmtp', '--json'])],
    ['settings', today.run(['settings', hanako, '--for', 'outlook-2016', '--json'])],
    ['settings', past.run(['settings', '--for', 'help', '--json'])],
    ['check', past.run(['check', hanako, ...elsewhere, '--json'], 'wrong')],
    ['check', today.run(['check', hanako, '--json'])],
    ['explain', past.run(['explain', 'app-password-needed', '--json'])],
    ['explain', past.run(['explain', 'fetchmail: AADSTS50076: x', '--json'])],
    ['explain', past.run(['explain', '535 5.7.3 Authentication unsuccessful', '--json'])],
    ['explain', runMain(['explain', '--eml', '-', '--json'], { stdin: report })],
    ['send', past.run(['send', ...message, '--json'], password)],
    ['login and accounts', signedIn],
    ['login and accounts', today.run(['accounts', '--json'])],
    ['token', today.run(['token', hanako, '--json'])],
    ['Errors', past.run(['list', ...mail, '--json'], 'wrong')],
    ['Errors', past.run(['token', hanako, '--json'])],
  ]
  const printed = await Promise.all(documents.map(async ([heading, run]) => [heading, (await run).stdout] as const))
  const inTurn = [
    ['list', (await past.run(['list', ...mail, '--json'], password)).stdout],
    ['read', (await past.run(['read', '1', ...mail, '--json'], password)).stdout],
    ['logout', (await today.run(['logout', hanako, '--json'])).stdout],
  ] as const
  const page = await referencePage('json')
  for (const [heading, text] of [...printed, ...inTurn]) {
    const named = new Set(wordsUnder(page, heading))
    const missing = [...fieldsOf(JSON.parse(text))].filter((field) => !named.has(field))
    expect([heading, text.length > 40, missing]).toEqual([heading, true, []])
  }
})

/** The words of the code under a heading, in lines and in blocks. */
function wordsUnder(page: string, heading: string): string[] {
  const [, after] = page.split(`\n## ${heading}\n`)
  const [section] = after!.split('\n## ')
  const code = section!.match(/^```.*?^```|`[^`]+`/gms) ?? []
  return code.flatMap((text) => text.match(/[\w-]+/g) ?? [])
}

/** The names of all fields, but for those of a message, which may be called anything. */
function fieldsOf(value: unknown): Set<string> {
  const fields = new Set<string>()
  if (typeof value !== 'object' || value === null) return fields
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) fields.add(name)
    if (name !== 'headers') for (const field of fieldsOf(inner)) fields.add(field)
  }
  return fields
}
