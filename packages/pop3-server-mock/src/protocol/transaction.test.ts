import { expect, test } from 'vitest'
import { Talk, inbox } from '../testing/talk.ts'

test('STAT, LIST and UIDL pass over what is marked as deleted', () => {
  const talk = Talk.signedIn()
  expect(talk.say('STAT')).toBe('+OK 3 325')
  expect(talk.say('DELE 2')).toBe('+OK message 2 deleted')
  expect(talk.say('STAT')).toBe('+OK 2 125')
  expect(talk.say('LIST')).toBe('+OK 2 messages (125 octets)\r\n1 120\r\n3 5\r\n.')
  expect(talk.say('UIDL')).toBe('+OK unique-id listing follows\r\n1 u1\r\n3 u3\r\n.')
  expect(talk.say('LIST 3')).toBe('+OK 3 5')
  expect(talk.say('UIDL 3')).toBe('+OK 3 u3')
})

test('an empty maildrop lists nothing', () => {
  const talk = new Talk()
  talk.opened = []
  talk.say('USER mrose')
  expect(talk.say('PASS secret')).toBe('+OK maildrop has 0 messages (0 octets)')
  expect(talk.say('STAT')).toBe('+OK 0 0')
  expect(talk.say('LIST')).toBe('+OK 0 messages (0 octets)\r\n.')
  expect(talk.say('RETR 1')).toBe('-ERR no such message')
})

test.each(['LIST', 'UIDL', 'RETR', 'DELE'])('%s knows no message 0, 4 or 2 after its DELE', (verb) => {
  const talk = Talk.signedIn()
  talk.say('DELE 2')
  expect(talk.say(`${verb} 0`)).toBe('-ERR no such message')
  expect(talk.say(`${verb} 4`)).toBe('-ERR no such message')
  expect(talk.say(`${verb} ${'9'.repeat(400)}`)).toBe('-ERR no such message')
  expect(talk.say(`${verb} 2`)).toBe('-ERR message already deleted')
})

test('RETR and TOP say what came of the content', () => {
  const talk = Talk.signedIn()
  expect(talk.say('RETR 1')).toBe('+OK 120 octets')
  expect(talk.say('TOP 1 0')).toBe('+OK top of message follows')
  talk.content = 'gone'
  expect(talk.say('RETR 1')).toBe('-ERR message no longer available')
  expect(talk.say('TOP 1 5')).toBe('-ERR message no longer available')
  talk.content = 'unreadable'
  expect(talk.say('RETR 1')).toBe('-ERR message cannot be read')
})

test('QUIT commits what was retrieved and deleted', () => {
  const talk = Talk.signedIn()
  for (const command of ['RETR 2', 'TOP 1 0', 'DELE 3', 'DELE 2']) talk.say(command)
  talk.content = 'gone'
  talk.say('RETR 1')
  expect(talk.say('QUIT')).toBe('+OK goodbye (close)')
  expect(talk.commits).toEqual([{ deleted: [inbox[1], inbox[2]], retrieved: [inbox[1]] }])
  expect(talk.session.state).toBe('update')
})

test('RSET takes back every mark', () => {
  const talk = Talk.signedIn()
  for (const command of ['RETR 1', 'DELE 1', 'DELE 2']) talk.say(command)
  expect(talk.say('RSET')).toBe('+OK maildrop has 3 messages (325 octets)')
  talk.say('QUIT')
  expect(talk.commits).toEqual([{ deleted: [], retrieved: [] }])
})

test('QUIT says so if the commit failed, and ends the session all the same', () => {
  const talk = Talk.signedIn()
  talk.committed = { ok: false }
  expect(talk.say('QUIT')).toBe('-ERR some deleted messages were not removed (close)')
})

test.each(['USER mrose', 'PASS secret', 'APOP mrose digest', 'AUTH', 'STLS'])(
  '%s comes too late after the sign-in',
  (command) => {
    const talk = Talk.signedIn({ stls: true })
    expect(talk.say(command)).toBe('-ERR command not valid in this state')
  },
)

test('CAPA lists what is offered, before and after the sign-in', () => {
  const talk = new Talk({ stls: true, respCodes: true })
  expect(talk.say('CAPA')?.split('\r\n')).toEqual([
    '+OK capability list follows',
    'TOP',
    'UIDL',
    'USER',
    'SASL PLAIN LOGIN XOAUTH2',
    'STLS',
    'RESP-CODES',
    'AUTH-RESP-CODE',
    'PIPELINING',
    '.',
  ])
  talk.say('USER mrose')
  talk.say('PASS secret')
  expect(talk.say('CAPA')).not.toContain('STLS')
})

test('CAPA leaves out what is off', () => {
  const talk = new Talk({
    disabledCommands: ['TOP', 'USER', 'AUTH'],
    pipelining: false,
  })
  expect(talk.say('CAPA')).toBe('+OK capability list follows\r\nUIDL\r\n.')
})

test.each(['TOP', 'UIDL', 'USER'])('CAPA leaves out %s alone where that is off', (verb) => {
  const all = new Talk().say('CAPA')?.split('\r\n')
  const left = new Talk({ disabledCommands: [verb] }).say('CAPA')?.split('\r\n')
  expect(left).toEqual(all?.filter((line) => line !== verb))
  expect(left).not.toEqual(all)
})

test('CAPA can be replaced, as a list or by a function of what is offered', () => {
  expect(new Talk({ capabilities: ['TOP', 'X-FUN'] }).say('CAPA')).toBe(
    '+OK capability list follows\r\nTOP\r\nX-FUN\r\n.',
  )
  const talk = new Talk({ capabilities: (offered) => [...offered, 'EXPIRE NEVER'] })
  expect(talk.say('CAPA')).toMatch(/PIPELINING\r\nEXPIRE NEVER\r\n\.$/)
})
