/**
 * Every reason for a refusal, at every door: the rule the mock went by, the words it said, and what the client, which knows
 * neither, makes of them. The mock and the client share no strings; they meet here, on the wire, for the first time.
 */
import { check, mappedNetwork, parseServerMap, type CheckOptions } from '@sparekey/core'
import { startMicrosoft, type Microsoft } from '@sparekey/mock-servers'
import { expect, test } from 'vitest'
import { signIn, type Credential } from './support/sign-in.ts'
import { passwordRows } from './support/password-rows.ts'
import { personal, protocols, type Row } from './support/row.ts'
import { tokenRows } from './support/token-rows.ts'

/** Signs in at every door there is an expectation for, with the raw protocol. */
async function expectReplies(microsoft: Microsoft, credential: Credential, replies: Row['replies']): Promise<void> {
  for (const protocol of protocols) {
    const expected = replies[protocol]
    if (expected === undefined) continue
    const { wire, reply } = await signIn[protocol](microsoft, credential)
    await wire[Symbol.asyncDispose]()
    if (typeof expected === 'string') expect(reply).toBe(expected)
    else expect(reply).toMatch(expected)
  }
}

/** Asks the client what it makes of it. */
async function expectFindings(
  microsoft: Microsoft,
  who: Pick<CheckOptions, 'address' | 'secret' | 'token'>,
  { findings, finding }: Pick<Row, 'findings' | 'finding'>,
): Promise<void> {
  const report = await check({ ...who, network: mappedNetwork(parseServerMap(microsoft.servers)) })
  const found = Object.fromEntries(report.protocols.map(({ protocol, finding: { code } }) => [protocol, code]))
  expect(found).toMatchObject(findings)
  expect(report.finding.code).toBe(finding)
  expect(report.ok).toBe(finding === 'ok')
}

test.each(passwordRows.map((row) => ({ ...row, title: [row.reason, row.when].filter(Boolean).join(': ') })))(
  '$title: every door says it in its own words, and the client finds it out',
  async ({ reason, options, secret: prepare, username = personal.address, replies, ...expected }) => {
    await using microsoft = await startMicrosoft(options)
    const secret = await prepare(microsoft)

    await expectReplies(microsoft, { username, secret }, replies)
    expect(microsoft.signIns.map((entry) => entry.reason)).toContain(reason)

    await expectFindings(microsoft, { address: username, secret }, expected)
  },
)

test.each(tokenRows.map((row) => ({ ...row, title: [row.reason, row.when].filter(Boolean).join(': ') })))(
  'with a token, $title: every door says it in its own words, and the client finds it out',
  async ({ reason, options, token: prepare, username = personal.address, replies, ...expected }) => {
    await using microsoft = await startMicrosoft({ asOf: '2026-10-01', accounts: [personal], ...options })
    const token = await prepare(microsoft)
    await expectReplies(microsoft, { username, token: token.accessToken }, replies)
    expect(microsoft.signIns.map((entry) => entry.reason)).toContain(reason)
    await expectFindings(microsoft, { address: username, token }, expected)
  },
)

test('the matrix leaves no reason out', async () => {
  const { refusalReasons } = await import('@sparekey/mock-servers')
  const covered = new Set([...passwordRows, ...tokenRows].map(({ reason }) => reason))
  expect([...refusalReasons].filter((reason) => !covered.has(reason))).toEqual([])
})
