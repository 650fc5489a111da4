import { describe, expect, test } from 'vitest'
import { codeAt } from '../../directory/totp.ts'
import { Directory } from '../../directory/directory.ts'
import { WebSessions } from '../../identity/web-sessions.ts'
import { startAccountPage } from '../testing/visitor.ts'
import { returnPath } from './return-path.ts'
import { SecondStep } from './second-step.ts'
import { ShownOnce } from './shown-once.ts'

const at = new Date('2026-11-22T09:00:00Z')

function people() {
  const directory = new Directory({ now: () => at })
  const [hanako, taro] = ['hanako@hotmail.com', 'taro@outlook.jp'].map((address) =>
    directory.add({ address, password: 'x', twoStep: true }),
  )
  return { directory, hanako: hanako!, taro: taro! }
}

describe('a sign-in that owes its code', () => {
  const start = () => {
    const { directory, hanako, taro } = people()
    const steps = new SecondStep(directory)
    const enter = (visit: string, code = codeAt(steps.secretOf(hanako), at)) => steps.enter(visit, code, at).kind
    return { directory, enter, hanako, steps, taro }
  }

  test('may guess four times, and is over with the fifth wrong code', () => {
    const { enter, hanako, steps } = start()
    steps.begin('visit', hanako, '/')
    const kinds = Array.from({ length: 5 }, () => enter('visit', 'wrong'))
    expect([...kinds, enter('visit')]).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'over', 'over'])
  })

  test('is let in by the right code after four wrong ones, once', () => {
    const { enter, hanako, steps } = start()
    steps.begin('visit', hanako, '/')
    for (let count = 0; count < 4; count++) enter('visit', 'wrong')
    expect([enter('visit'), enter('visit')]).toEqual(['right', 'over'])
  })

  test('is forgotten when a thousand newer ones wait, and not before', () => {
    const { hanako, steps } = start()
    for (let count = 0; count <= 1000; count++) steps.begin(`visit ${count}`, hanako, '/')
    expect([steps.pending('visit 0'), steps.pending('visit 1')]).toEqual([undefined, hanako])
  })

  test.each<[string, (world: ReturnType<typeof start>) => void]>([
    ['its password is replaced', ({ hanako }) => (hanako.password = 'another')],
    ['its two-step verification is switched', ({ hanako }) => (hanako.twoStep = false)],
    ['it is removed', ({ directory, hanako }) => directory.remove(hanako.address)],
  ])('ends when %s, and no other account’s does', (_, happen) => {
    const world = start()
    world.steps.begin('hers', world.hanako, '/')
    world.steps.begin('his', world.taro, '/')
    happen(world)
    expect([world.steps.pending('hers'), world.steps.pending('his')]).toEqual([undefined, world.taro])
  })

  test('goes on when something else changes', () => {
    const { hanako, steps } = start()
    steps.begin('visit', hanako, '/')
    hanako.aliases = ['h@outlook.jp']
    hanako.protocols = { imap: false }
    hanako.createAppPassword('Outlook 2016')
    expect(steps.pending('visit')).toBe(hanako)
  })
})

describe('a new app password on its way to the page that shows it', () => {
  const start = () => {
    const { directory, hanako, taro } = people()
    const sessions = new WebSessions()
    const begin = (account = hanako) => sessions.begin(account, { multiFactor: true, at })
    return { begin, directory, hanako, shown: new ShownOnce(directory), taro }
  }

  test('is shown to its own session, once', () => {
    const { begin, hanako, shown } = start()
    const [own, other] = [begin(), begin()]
    const made = hanako.createAppPassword('Outlook 2016')
    shown.put(own, made)
    expect([shown.take(other), shown.take(own), shown.take(own)]).toEqual([undefined, made, undefined])
  })

  test('is forgotten when a hundred newer ones wait, and not before', () => {
    const { begin, hanako, shown } = start()
    const sessions = Array.from({ length: 101 }, () => begin())
    const made = hanako.createAppPassword('Outlook 2016')
    for (const session of sessions) shown.put(session, made)
    expect([shown.take(sessions[0]!), shown.take(sessions[1]!)]).toEqual([undefined, made])
  })

  test.each<[string, (world: ReturnType<typeof start>) => void]>([
    ['two-step verification is switched off', ({ hanako }) => (hanako.twoStep = false)],
    ['its account is removed', ({ directory, hanako }) => directory.remove(hanako.address)],
  ])('is gone when %s, and no other account’s is', (_, happen) => {
    const world = start()
    const [hers, his] = [world.begin(world.hanako), world.begin(world.taro)]
    const made = world.hanako.createAppPassword('Outlook 2016')
    for (const session of [hers, his]) world.shown.put(session, made)
    happen(world)
    expect([world.shown.take(hers), world.shown.take(his)]).toEqual([undefined, made])
  })
})

test.each([
  [8192, true],
  [8193, false],
])('a path of %i characters is gone back to: %j', (length, taken) => {
  const path = '/'.padEnd(length, 'x')
  expect(returnPath(path)).toBe(taken ? path : '/')
})

test.each([
  [16_384, 303],
  [16_385, 413],
])('a form of %i octets is answered with %i', async (octets, status) => {
  using accountPage = startAccountPage()
  const owner = await accountPage.owner()
  await owner.get('/security')
  const bare = new URLSearchParams({ token: 'x'.repeat(43), to: 'on', more: '' }).toString().length
  const answer = await owner.post('/proofs/two-step', { to: 'on', more: 'x'.repeat(octets - bare) })
  expect(answer.status).toBe(status)
})
