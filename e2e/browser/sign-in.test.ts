/** A program gets tokens; its owner says yes or no in a browser. What the token is worth, a mail server says. */
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Microsoft, startMicrosoft } from '@sparekey/mock-servers'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signIn } from '../support/sign-in.ts'
import { mailScopes } from '../support/tokens.ts'
import { browserNeeded, hanako, officialNames, openPage, password, signInWith, sitDown } from './desk.ts'

const scope = [...mailScopes, 'offline_access', 'openid', 'profile'].join(' ')

type Answer = Record<string, string>

/** A call to the identity service. Over plain HTTP: this machine's browser uses it so, too. */
async function ask(microsoft: Microsoft, endpoint: 'devicecode' | 'token', fields: Answer): Promise<Answer> {
  const base = microsoft.servers.open['https://login.microsoftonline.com']!
  const body = new URLSearchParams({ client_id: microsoft.servers.clientId, ...fields })
  const response = await fetch(`${base}/consumers/oauth2/v2.0/${endpoint}`, { method: 'POST', body })
  return (await response.json()) as Answer
}

const poll = (microsoft: Microsoft, deviceCode: string) =>
  ask(microsoft, 'token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode })

async function imapAnswers(microsoft: Microsoft, token: string): Promise<string> {
  const { wire, reply } = await signIn.imap(microsoft, { username: hanako, token })
  await wire[Symbol.asyncDispose]()
  return reply
}

const farewell = 'You can close this page.'

/** Where a program on this machine waits for the browser to come back. */
async function waitForBrowser() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const came = once(server, 'request').then(([request, response]) => {
    response.end(farewell)
    return new URL(request.url as string, 'http://localhost').searchParams
  })
  return {
    redirectUri: `http://localhost:${(server.address() as AddressInfo).port}/callback`,
    /** What the browser brought, once it shows the program's own page. */
    answer: async (page: Page) => {
      await page.getByText(farewell).waitFor()
      return came
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function authorization(microsoft: Microsoft, redirectUri: string, base: string, more: Answer = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: microsoft.servers.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: 'a state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })
  return { url: `${base}/consumers/oauth2/v2.0/authorize?${query.toString()}`, verifier }
}

describe.runIf(browserNeeded.met)(browserNeeded.title('signing in a program with a browser'), () => {
  for (const scripts of [true, false]) {
    it(`by device code ends with a token that opens the mailbox, ${scripts ? 'with' : 'without'} JavaScript`, async () => {
      await using desk = await sitDown({ asOf: '2026-11-22', context: { javaScriptEnabled: scripts } })
      const { microsoft, page, official } = desk
      const device = await ask(microsoft, 'devicecode', { scope })
      expect(device['verification_uri']).toBe('https://www.microsoft.com/link')
      expect(await poll(microsoft, device['device_code']!)).toMatchObject({ error: 'authorization_pending' })

      await page.goto(official(device['verification_uri']!))
      await page.getByText('If somebody sent you the code, close this page').waitFor()
      await page.getByLabel('Code').fill('WRONG123')
      await page.getByRole('button', { name: 'Next' }).click()
      await page.getByText('No sign-in waits for that code').waitFor()
      await page.getByLabel('Code').fill(device['user_code']!.toLowerCase())
      await page.getByRole('button', { name: 'Next' }).click()
      await signInWith(page, password)
      await page.getByText('read and change your mail over IMAP').waitFor()
      await page.getByRole('button', { name: 'Yes, let it in' }).click()
      await page.getByText('The program is signed in').waitFor()

      const tokens = await poll(microsoft, device['device_code']!)
      expect(await imapAnswers(microsoft, tokens['access_token']!)).toBe('A1 OK AUTHENTICATE completed.')
      expect(await imapAnswers(microsoft, tokens['access_token']!.slice(0, -40))).toMatch(/^A1 NO /)

      // Signed out everywhere, the same token is worth nothing.
      await page.goto(official('https://account.microsoft.com/security'))
      await page.getByRole('button', { name: 'Sign me out everywhere' }).click()
      await page.getByText('You are signed out everywhere').waitFor()
      expect(await imapAnswers(microsoft, tokens['access_token']!)).toMatch(/^A1 NO /)
    })
  }

  it('by device code is declined with a no, in Microsoft’s own words', async () => {
    await using desk = await sitDown()
    const { microsoft, page, official } = desk
    const device = await ask(microsoft, 'devicecode', { scope })
    await page.goto(official('https://microsoft.com/devicelogin'))
    await page.getByLabel('Code').fill(device['user_code']!)
    await page.getByRole('button', { name: 'Next' }).click()
    await signInWith(page, password)
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await page.getByText('You said no').waitFor()
    expect(await poll(microsoft, device['device_code']!)).toMatchObject({ error: 'authorization_declined' })
  })

  for (const scripts of [true, false]) {
    it(`by redirect comes back with a code for the token, ${scripts ? 'with' : 'without'} JavaScript`, async () => {
      await using desk = await sitDown({ context: { javaScriptEnabled: scripts } })
      const { microsoft, page, official } = desk
      await using program = await waitForBrowser()
      const base = official('https://login.microsoftonline.com')
      const { url, verifier } = authorization(microsoft, program.redirectUri, base, { login_hint: hanako })
      await page.goto(url)
      expect(await page.getByLabel('Address').inputValue()).toBe(hanako)
      await signInWith(page, password)
      await page.getByRole('heading', { name: 'Let this program in?' }).waitFor()
      await page.getByRole('button', { name: 'Yes, let it in' }).click()
      const answer = await program.answer(page)
      expect(answer.get('state')).toBe('a state')
      const tokens = await ask(microsoft, 'token', {
        grant_type: 'authorization_code',
        code: answer.get('code')!,
        redirect_uri: program.redirectUri,
        code_verifier: verifier,
        scope,
      })
      expect(await imapAnswers(microsoft, tokens['access_token']!)).toBe('A1 OK AUTHENTICATE completed.')
    })
  }

  it('by redirect comes back with the refusal after a no, and asks nothing twice after a yes', async () => {
    await using desk = await sitDown()
    const { microsoft, page, official } = desk
    const base = official('https://login.microsoftonline.com')
    {
      await using program = await waitForBrowser()
      await page.goto(authorization(microsoft, program.redirectUri, base).url)
      await signInWith(page, password)
      await page.getByRole('button', { name: 'No', exact: true }).click()
      expect((await program.answer(page)).get('error')).toBe('access_denied')
    }
    {
      await using program = await waitForBrowser()
      await page.goto(authorization(microsoft, program.redirectUri, base).url)
      await page.getByRole('button', { name: 'Yes, let it in' }).click()
      expect((await program.answer(page)).get('code')).not.toBeNull()
    }
    await using program = await waitForBrowser()
    await page.goto(authorization(microsoft, program.redirectUri, base).url)
    expect((await program.answer(page)).get('code')).not.toBeNull()
  })

  it('works under the official names, over TLS, with cookies that stay there', async () => {
    await using microsoft = await startMicrosoft({ accounts: [{ address: hanako, password }] })
    const page = await openPage({}, await officialNames(microsoft))
    await using program = await waitForBrowser()
    const { url } = authorization(microsoft, program.redirectUri, 'https://login.microsoftonline.com')
    await page.goto(url)
    await signInWith(page, password)
    await page.getByRole('button', { name: 'Yes, let it in' }).click()
    expect((await program.answer(page)).get('code')).not.toBeNull()

    await page.goto('https://account.microsoft.com/security')
    await signInWith(page, password)
    await page.getByRole('link', { name: 'Advanced security options' }).click()
    await page.getByRole('button', { name: 'Turn on two-step verification' }).click()
    await page.getByRole('heading', { name: 'App passwords' }).waitFor()
    expect(microsoft.accounts.get(hanako).twoStep).toBe(true)
    const cookies = (await page.context().cookies()).filter(({ name }) => name.startsWith('ESTSAUTH'))
    expect(new Set(cookies.map(({ domain }) => domain))).toEqual(
      new Set(['login.microsoftonline.com', 'account.microsoft.com']),
    )
    expect(cookies.every(({ httpOnly, secure, sameSite }) => httpOnly && secure && sameSite === 'Lax')).toBe(true)
    await page.context().close()
  })
})
