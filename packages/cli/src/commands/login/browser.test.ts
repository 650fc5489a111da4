import { describe, expect, it } from 'vitest'
import { browserCommand, openBrowser } from './browser.ts'

const page = 'http://127.0.0.1:40080/consumers/oauth2/v2.0/authorize?a=1&b=%s'

describe('browserCommand', () => {
  it.each([
    ['darwin', {}, ['open', page]],
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', page]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', page]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', page]],
    ['linux', {}, undefined],
    ['linux', { BROWSER: 'firefox' }, ['firefox', page]],
    ['linux', { BROWSER: 'firefox --new-window %s --private:lynx' }, ['firefox', '--new-window', page, '--private']],
    ['linux', { BROWSER: 'a %s b%s %' }, ['a', page, `b${page}`, '%']],
    ['linux', { BROWSER: '  ', DISPLAY: ':0' }, ['xdg-open', page]],
    ['win32', { BROWSER: String.raw`C:\firefox.exe` }, [String.raw`C:\firefox.exe`, page]],
  ] as const)('on %s with %j is %j', (platform, env, command) => {
    expect(browserCommand(page, env, platform)).toEqual(command)
  })
})

it('a page is put into the command as it is, whatever signs it has', () => {
  const odd = "http://127.0.0.1/?a=$&b=$1$$`'"
  expect(browserCommand(odd, { BROWSER: 'firefox %s' }, 'linux')).toEqual(['firefox', odd])
})

describe('openBrowser', () => {
  it('tells whether one was started', async () => {
    expect(await openBrowser(page, { BROWSER: '/nowhere/browser' })).toBe(false)
    expect(await openBrowser(page, { BROWSER: process.execPath.replaceAll(':', '') + ' --version %s' })).toBe(true)
  })
})
