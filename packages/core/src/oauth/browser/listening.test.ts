import { EventEmitter, once } from 'node:events'
import { get, type ClientRequest, type IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { idToken, tokens } from '../../testing/identity-endpoint.ts'
import { type Shown, visit, back, nonceOf, play } from '../../testing/browser.ts'

test('what is not the answer is turned away, and the wait goes on', async () => {
  const statuses: number[] = []
  const pages: string[] = []
  const { grant, asked } = await play(async (url) => {
    const { origin, port } = new URL(new URL(url).searchParams.get('redirect_uri')!)
    const good = back(url, { code: 'the-code' })
    for (const [where, options] of [
      [back(url, { code: 'a-foreign-code', state: 'a-foreign-state' })],
      [`${origin}/?code=a-foreign-code`],
      [`${origin}/?error=access_denied`],
      [`${origin}/favicon.ico`],
      [good, { method: 'POST' }],
      [good, { method: 'HEAD' }],
      [good, { host: `evil.example:${port}` }],
      [good, { host: `127.0.0.1:${port}` }],
    ] as [string | URL, { host?: string; method?: string }?][]) {
      const { status, body } = await visit(where, options)
      statuses.push(status)
      pages.push(body)
    }
    await visit(good)
  })
  expect(statuses).toEqual([400, 400, 400, 404, 405, 405, 421, 421])
  expect(pages[0]).toContain('This does not belong to the sign-in')
  expect(pages.join()).not.toMatch(/code|state=/)
  expect(grant?.username).toBe('hanako@hotmail.com')
  expect(asked.map(({ form }) => form['code'])).toEqual(['the-code'])
})

test('a second answer is turned away while the first is being redeemed', async () => {
  const steps = new EventEmitter()
  const [redeeming, seen] = [once(steps, 'redeeming'), once(steps, 'seen')]
  const shown: Shown[] = []
  const { grant, asked } = await play(
    async (url) => {
      const first = visit(back(url, { code: 'the-code' }))
      await redeeming
      shown.push(await visit(back(url, { code: 'another-code' })))
      steps.emit('seen')
      shown.push(await first)
    },
    {
      said: async (page) => {
        steps.emit('redeeming')
        await seen
        return tokens({ id_token: idToken({ nonce: nonceOf(page) }) })
      },
    },
  )
  expect(shown.map(({ status }) => status)).toEqual([410, 200])
  expect(shown[0]!.body).toContain('already finished')
  expect(grant?.username).toBe('hanako@hotmail.com')
  expect(asked.map(({ form }) => form['code'])).toEqual(['the-code'])
})

test('the program listens on every address that localhost may mean, and on no other', async () => {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  const mine = ['127.0.0.1', ...addresses.filter(({ address }) => address === '::1').map(() => '::1')]
  const others = addresses.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0)
  const { grant } = await play(async (url) => {
    const answer = back(url, { code: 'the-code' })
    const { port, host } = answer
    for (const { address } of others) {
      const asking = get({ host: address, port, timeout: 2000 })
      expect(await once(asking, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }])
    }
    for (const address of mine) {
      const asking = get({ host: address, port, path: '/?code=foreign', headers: { host }, agent: false })
      const [response] = (await once(asking, 'response')) as [IncomingMessage]
      expect(response.resume().statusCode).toBe(400)
    }
    await visit(answer)
  })
  expect(grant?.username).toBe('hanako@hotmail.com')
})

test('a browser that leaves before its page has come does not hold anything up', async () => {
  let asking: ClientRequest | undefined
  const { grant } = await play(
    (url) => {
      asking = get(back(url, { code: 'the-code' })).on('error', () => undefined)
    },
    {
      said: (page) => {
        asking!.destroy()
        return tokens({ id_token: idToken({ nonce: nonceOf(page) }) })
      },
    },
  )
  expect(grant?.username).toBe('hanako@hotmail.com')
})
