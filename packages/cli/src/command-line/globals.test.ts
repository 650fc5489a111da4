import { describe, expect, it } from 'vitest'
import { takeGlobals } from './globals.ts'

const take = (line: string, env = {}) => takeGlobals(line.split(' '), env)

describe('takeGlobals', () => {
  it('finds the flags before and after the command', () => {
    const before = take('--json --lang ja settings hanako@hotmail.com')
    const after = take('settings hanako@hotmail.com --lang=ja --json')
    expect(before).toEqual(after)
    expect(before.globals).toMatchObject({ json: true, lang: 'ja' })
    expect(before.rest).toEqual(['settings', 'hanako@hotmail.com'])
  })

  it('leaves everything after -- alone', () => {
    expect(take('explain -- --json').rest).toEqual(['explain', '--', '--json'])
    expect(take('explain -- --json').globals.json).toBe(false)
  })

  it('leaves the commands’ own flags and their values alone', () => {
    expect(take('check a@hotmail.com --using imap=x:993/tls').rest).toEqual([
      'check',
      'a@hotmail.com',
      '--using',
      'imap=x:993/tls',
    ])
  })

  it('splits off a value that is empty or has several lines', () => {
    expect(takeGlobals(['send', '--subject=', '--text=a\nb', '--to=x'], {}).rest).toEqual([
      'send',
      '--subject',
      '',
      '--text',
      'a\nb',
      '--to=x',
    ])
  })

  it('takes the server map from the environment unless a flag names one', () => {
    const env = { SPAREKEY_SERVERS: 'env.json' }
    expect(take('settings x', env).globals.servers).toBe('env.json')
    expect(take('settings x --servers flag.json', env).globals.servers).toBe('flag.json')
  })

  it('asks no questions under CI', () => {
    expect(take('check x', { CI: 'true' }).globals.input).toBe(false)
    expect(take('check x', { CI: 'false' }).globals.input).toBe(true)
    expect(take('check x --no-input').globals.input).toBe(false)
  })

  it.each([
    ['settings x --lang fr', { kind: 'bad-language', input: 'fr' }],
    ['settings x --timeout soon', { kind: 'bad-timeout', input: 'soon' }],
    ['settings x --timeout 0', { kind: 'bad-timeout', input: '0' }],
    ['settings x --timeout 601', { kind: 'bad-timeout', input: '601' }],
    ['settings x --timeout -1', { kind: 'bad-timeout', input: '-1' }],
    ['settings x --json=yes', { kind: 'value-unexpected', flag: '--json' }],
    ['settings x --servers', { kind: 'value-missing', flag: '--servers' }],
    ['settings x --servers --json', { kind: 'value-missing', flag: '--servers' }],
    ['settings x --servers=', { kind: 'value-missing', flag: '--servers' }],
  ])('of %j says what is wrong', (line, mistake) => {
    expect(take(line).mistakes).toEqual([mistake])
  })

  it.each([
    ['0.001', 0.001],
    ['1', 1],
    ['599.999', 599.999],
    ['600', 600],
    ['600.0', 600],
    ['0600', 600],
  ])('takes %s for seconds to wait', (text, seconds) => {
    const { globals, mistakes } = take(`settings x --timeout ${text}`)
    expect([globals.timeoutSeconds, mistakes]).toEqual([seconds, []])
  })

  it.each(['600.001', '0.0', '.5', '5.', '1e2', '0x10', '+5', 'Infinity', 'NaN', '５'])(
    'does not take %s for seconds to wait, and keeps to thirty',
    (text) => {
      const { globals, mistakes } = take(`settings x --timeout ${text}`)
      expect([globals.timeoutSeconds, mistakes]).toEqual([30, [{ kind: 'bad-timeout', input: text }]])
    },
  )

  it('is not deceived by the names of an object', () => {
    expect(take('constructor --constructor __proto__').rest).toEqual(['constructor', '--constructor', '__proto__'])
  })
})
