import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { sparekey } from './command.ts'
import type { ControlApi } from './control-api.ts'

const subject = 'アプリ パスワードでつながった'

/** A message with everything that doors have been seen to spoil: Japanese, 8-bit text, dots, an attachment, long lines. */
const difficultMessage = Buffer.from(
  [
    'From: hanako@hotmail.com',
    'To: hanako@hotmail.com',
    `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Message-ID: <story-1@sparekey.example>',
    'Date: Sat, 1 May 2021 09:00:00 +0900',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_difficult"',
    '',
    'This is a message in several parts.',
    '--=_difficult',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'アプリ パスワードで送受信できるようになりました。',
    '.',
    '..two dots',
    '.one dot and more',
    '',
    '--=_difficult',
    'Content-Type: application/octet-stream; name="photo.bin"',
    'Content-Disposition: attachment; filename="photo.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n'),
    '--=_difficult--',
    '',
  ].join('\r\n'),
)

type Check = {
  ok: boolean
  finding: { code: string; nextSteps: { text: string; url?: string }[] }
  protocols: { protocol: string; steps: { step: string; outcome: string; reply?: string }[] }[]
}

/**
 * Steps 1–5 of the story in docs/reference/story.md, told by the command line against whatever mock the server map
 * leads to. The account's normal password is `password`; two-step verification is off at the start.
 */
export async function playStory(options: { api: ControlApi; servers: string; folder: string; password: string }) {
  const { api, servers, folder, password } = options
  const address = 'hanako@hotmail.com'
  const account = `/accounts/${address}`
  const run = (args: string[], stdin?: string) =>
    sparekey([...args, '--servers', servers, '--no-input'], stdin === undefined ? {} : { stdin: `${stdin}\n` })
  const check = async (secret: string) => {
    const { code, stdout } = await run(['check', address, '--password-stdin', '--json'], secret)
    return { code, report: JSON.parse(stdout) as Check }
  }
  const signIns = (report: Check) =>
    report.protocols
      .map(({ protocol, steps }) => `${protocol} ${steps.find(({ step }) => step === 'sign-in')?.outcome}`)
      .toSorted()

  // 1. two-step off: the normal password signs in
  const before = await check(password)
  expect(before.code).toBe(0)
  expect(signIns(before.report)).toEqual(['imap ok', 'pop3 ok', 'smtp ok'])

  // 2. two-step on: the same password is refused, in Microsoft's words
  await api.send('PATCH', account, { twoStep: true })
  const refused = await check(password)
  expect(refused.code).toBe(1)
  expect(signIns(refused.report)).toEqual(['imap failed', 'pop3 failed', 'smtp failed'])
  const words = refused.report.protocols.flatMap(({ steps }) => steps.map(({ reply }) => reply ?? '')).join('\n')
  expect(words).toContain('NO LOGIN failed.')
  expect(words).toContain('-ERR Logon failure: unknown user name or bad password.')
  expect(words).toContain('535 5.7.3 Authentication unsuccessful')

  // 3. the reason and the way out
  expect(refused.report.finding.code).toBe('app-password-needed')
  const { open } = JSON.parse(await readFile(servers, 'utf8')) as { open: Record<string, string> }
  const pages = refused.report.finding.nextSteps.flatMap(({ url }) => url ?? [])
  expect(pages).toContain(open['https://account.live.com/proofs/AppPassword'])
  expect(pages.filter((url) => url.startsWith('https://account.'))).toEqual([])

  // 4. an app password, shown once
  const made = await api.send<{ password: string }>('POST', `${account}/app-passwords`, { name: 'Outlook 2016' })
  expect(made.password).toMatch(/^[a-z]{16}$/)
  expect(JSON.stringify(await api.get(`${account}/app-passwords`))).not.toContain(made.password)

  // 5. with it, all three sign in, and a message passes all three doors byte for byte
  const after = await check(made.password)
  expect(after.code).toBe(0)
  const eml = join(folder, 'message.eml')
  await writeFile(eml, difficultMessage)
  const sent = await run(
    ['send', '--from', address, '--to', address, '--eml', eml, '--password-stdin', '--json'],
    made.password,
  )
  expect(sent.stderr + sent.stdout).toContain('250 2.0.0 OK')
  expect(sent.code).toBe(0)
  for (const protocol of ['imap', 'pop3']) {
    const listed = await run(
      ['list', '--account', address, '--protocol', protocol, '--password-stdin', '--json'],
      made.password,
    )
    const { messages } = JSON.parse(listed.stdout) as { messages: { uid: string | number; subject: string }[] }
    expect(messages.map(({ subject }) => subject)).toEqual([subject])
    const read = await run(
      ['read', String(messages[0]!.uid), '--account', address, '--protocol', protocol, '--password-stdin', '--raw'],
      made.password,
    )
    expect(read.bytes.equals(difficultMessage)).toBe(true)
  }
}
