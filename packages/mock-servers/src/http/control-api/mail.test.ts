import { describe, expect, test } from 'vitest'
import type { Folder } from '../../mail/folder.ts'
import { hanako, serveControlApi } from '../../testing/control-api.ts'

describe('mail', () => {
  const raw = 'Subject: =?utf-8?B?6Iqx6KaL?=\nFrom: Taro <taro@outlook.jp>\n\n\u0000\u00ff bare\nlines'

  test('goes in and out byte for byte, whatever the spelling of the folder', async () => {
    await using api = await serveControlApi()
    const path = `/accounts/${hanako}/folders/iNbOx/messages`
    const bytes = Buffer.from(raw, 'latin1')
    const put = await fetch(`http://127.0.0.1:${api.port}/api/v1${path}`, {
      method: 'POST',
      body: new Uint8Array(bytes),
    })
    expect([put.status, await put.json()]).toEqual([201, { uid: 1 }])
    const got = await fetch(`http://127.0.0.1:${api.port}/api/v1${path}/1`)
    expect(got.headers.get('content-type')).toBe('message/rfc822')
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
    expect(await api.call('GET', path)).toMatchObject({
      body: [{ uid: 1, subject: '花見', from: 'Taro <taro@outlook.jp>', to: null, size: bytes.length, flags: [] }],
    })
    expect(await api.call('GET', `/accounts/${hanako}/folders`)).toMatchObject({
      body: expect.arrayContaining([{ name: 'Inbox', messages: 1, unseen: 1 }]),
    })
    expect(await api.call('DELETE', `${path}/1`)).toMatchObject({ status: 204 })
    for (const uid of ['1', '0', 'x', '99999999999']) {
      expect(await api.call('GET', `${path}/${uid}`)).toMatchObject({ status: 404 })
    }
  })

  test('lies in folders whose names may need encoding', async () => {
    await using api = await serveControlApi()
    api.world.mailbox(hanako).create('R&D/花見 #1?')
    const path = `/accounts/${hanako}/folders/${encodeURIComponent('R&D/花見 #1?')}/messages`
    expect(await api.call('POST', path, 'a: b\r\n\r\n')).toMatchObject({ status: 201 })
    expect(await api.call('GET', path)).toMatchObject({ body: [{ uid: 1 }] })
    expect(await api.call('DELETE', path)).toMatchObject({ status: 204 })
    expect(await api.call('GET', path)).toMatchObject({ body: [] })
    expect(await api.call('GET', `/accounts/${hanako}/folders/none/messages`)).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('Inbox') },
    })
  })

  test('does not go beyond the mailbox limit', async () => {
    await using api = await serveControlApi({ mailboxBytes: 100 })
    const path = `/accounts/${hanako}/folders/Inbox/messages`
    expect(await api.call('POST', path, 'x'.repeat(101))).toMatchObject({ status: 507 })
    expect(await api.call('GET', path)).toMatchObject({ body: [] })
  })

  test('is waited for: what is there, what comes, and what does not', async () => {
    await using api = await serveControlApi()
    const wait = (query: string) => api.call('GET', `/accounts/${hanako}/messages/wait?${query}`)
    const coming = wait('subject=SECOND&from=taro&timeout=20')
    const { inbox } = api.world.mailbox(hanako)
    inbox.append(Buffer.from('Subject: second\r\nFrom: boss@contoso.example\r\n\r\n'))
    inbox.append(Buffer.from('Subject: the second one\r\nFrom: Taro\r\n\r\n'))
    expect(await coming).toMatchObject({ status: 200, body: { uid: 2, subject: 'the second one' } })
    expect(await wait('subject=second')).toMatchObject({ status: 200, body: { uid: 1 } })
    expect(await wait('subject=third&timeout=0')).toMatchObject({ status: 408 })
    expect(await wait('timeout=soon')).toMatchObject({ status: 422 })
  })

  test('is no longer waited for when the client has gone or the mock closes', async () => {
    await using api = await serveControlApi()
    const waiting = watch(api.world.mailbox(hanako).inbox)
    const url = `http://127.0.0.1:${api.port}/api/v1/accounts/${hanako}/messages/wait?timeout=300`
    const leaving = new AbortController()
    const outcome = (response: Promise<Response>) =>
      response.then(
        ({ status }) => status,
        (error: Error) => error.name,
      )
    const left = outcome(fetch(url, { signal: leaving.signal }))
    const stayed = outcome(fetch(url))
    while (waiting() < 2) await api.call('GET', '/health')
    leaving.abort()
    expect(await left).toBe('AbortError')
    while (waiting() > 1) await api.call('GET', '/health')
    await api.close()
    expect(await stayed).toBe('TypeError')
    expect(waiting()).toBe(0)
  })

  test('is waited for across a reset, but not in a mailbox that is no more', async () => {
    await using api = await serveControlApi()
    const listeners: unknown[] = []
    const { onChange } = api.world.directory
    api.world.directory.onChange = (listener) => {
      listeners.push(listener)
      return onChange.call(api.world.directory, listener)
    }
    const wait = api.call('GET', `/accounts/${hanako}/messages/wait?subject=later`)
    while (listeners.length < 1) await api.call('GET', '/health')
    await api.call('POST', '/reset')
    await api.call('POST', `/accounts/${hanako}/folders/Inbox/messages`, 'Subject: later\r\n\r\n')
    expect(await wait).toMatchObject({ status: 200, body: { subject: 'later' } })
    const vain = api.call('GET', `/accounts/${hanako}/messages/wait?subject=never`)
    while (listeners.length < 3) await api.call('GET', '/health')
    await api.call('DELETE', `/accounts/${hanako}`)
    expect(await vain).toMatchObject({ status: 404 })
  })

  test('that left is in the outbound list', async () => {
    await using api = await serveControlApi()
    api.world.store.keepOutbound({
      from: hanako,
      to: ['x@else.example'],
      at: new Date(0),
      raw: Buffer.from(raw, 'latin1'),
    })
    expect(await api.call('GET', '/outbound')).toMatchObject({
      body: [{ id: 1, from: hanako, to: ['x@else.example'], subject: '花見', at: '1970-01-01T00:00:00.000Z' }],
    })
    expect(await api.call('GET', '/outbound/1')).toMatchObject({ status: 200, type: 'message/rfc822' })
    expect(await api.call('GET', '/outbound/2')).toMatchObject({ status: 404 })
  })
})

/** Counts from now on how many wait for news of a folder. */
function watch(folder: Folder): () => number {
  const listen = folder.onChange.bind(folder)
  let waiting = 0
  folder.onChange = (listener) => {
    const stop = listen(listener)
    waiting++
    return () => {
      waiting--
      stop()
    }
  }
  return () => waiting
}
