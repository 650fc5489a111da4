/**
 * What `sparekey settings --for` writes, read by the programs it is written for: as it is, but that the official servers
 * are the mock's. The owner's address has every sign that an atom may have and that means something to somebody.
 */
import { chmod, mkdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Run } from '@sparekey/testkit/process'
import { describe, expect, it } from 'vitest'
import { sparekey } from '../support/command.ts'
import { sitDown, type Desk } from '../support/mail-program.ts'
import { missingProgram, requirement } from '../support/requirement.ts'
import { tokenFor } from '../support/tokens.ts'

const owner = "o'b$r`i`e%n%s#{k}*!?=~|^&+/@hotmail.com"
/** Python's imaplib puts the user name into LOGIN as an atom, in which some signs may not stand; that is no fault of the file. */
const gentle = "o'b$r`i`e#k!?=~|^&+/@hotmail.com"
const days = { password: '2021-05-01', token: '2026-11-30' }
type Way = keyof typeof days

const needs = (program: string, ...args: string[]) => requirement('clients', missingProgram(program, ...args))
const msmtp = needs('msmtp', '--version')
const mutt = needs('mutt', '-v')
const mbsync = needs('mbsync', '--version')
const fetchmail = needs('fetchmail', '--version')
const getmail = needs('getmail', '--version')
const offlineimap = needs('offlineimap', '--version')
const swaks = needs('swaks', '--version')
const curl = needs('curl', '--version')
const python = needs('python3', '--version')

const message = `From: <${owner}>\nTo: <${owner}>\nSubject: here\n\nhello\n`

/** The file as it is printed, at the mock's servers. */
async function fileFor(desk: Desk, program: string, way: Way, address = owner): Promise<string> {
  const args = ['settings', '--for', program, '--as-of', days[way], '--', address]
  const { stdout, code, stderr } = await sparekey(args)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  const { imap, pop3, smtp } = desk.microsoft
  const ports: Record<string, number> = { 993: imap.port, 995: pop3.port, 587: smtp.port }
  return stdout
    .replaceAll(/\b(?:(?:imap|pop|smtp)-mail\.outlook\.com|outlook\.office365\.com)\b/g, 'localhost')
    .replaceAll(/\b(?:993|995|587)\b/g, (port) => String(ports[port]))
}

/** A `sparekey` on the path that has a token for the owner, and for nobody else; gives what a program needs to find it. */
async function tokenAtHand(desk: Desk): Promise<string> {
  const { accessToken } = await tokenFor(desk.microsoft, owner)
  await mkdir(desk.path('bin'))
  await desk.write('owner', owner)
  const script = await desk.write(
    'bin/sparekey',
    `#!/bin/sh\n[ "$1 $2" = 'token --' ] && [ "$3" = "$(cat ${desk.path('owner')})" ] && echo '${accessToken}'\n`,
  )
  await chmod(script, 0o700)
  return `PATH=${desk.path('bin')}:${process.env['PATH']}`
}

async function run(desk: Desk, way: Way, words: readonly string[], stdin?: string): Promise<Run> {
  const path = way === 'token' ? [await tokenAtHand(desk)] : []
  return desk.run('env', [...path, ...words], stdin)
}

const received = (desk: Desk) => desk.microsoft.mail.waitFor(owner, { subject: 'here' })
const ways = ['password', 'token'] as const

describe.runIf(msmtp.met)(`${msmtp.title('settings --for msmtp')}`, () => {
  it.each(ways)('sends with a %s', async (way) => {
    await using desk = await sitDown(owner)
    const config = await desk.write('msmtprc', await fileFor(desk, 'msmtp', way))
    const secret = way === 'password' ? [`--passwordeval=cat ${await desk.write('secret', desk.secret)}`] : []
    const args = ['msmtp', '-C', config, `--tls-trust-file=${desk.ca}`, `--from=${owner}`, ...secret, owner]
    expect(await run(desk, way, args, message)).toMatchObject({ code: 0, stderr: '' })
    expect((await received(desk)).raw.toString()).toContain('hello')
  })
})

describe.runIf(mutt.met)(`${mutt.title('settings --for mutt')}`, () => {
  it.each(ways)('sends with a %s', async (way) => {
    await using desk = await sitDown(owner)
    const more = `set ssl_ca_certificates_file = ${desk.ca}\nset record = ""\n`
    const secret = way === 'password' ? `set smtp_pass = ${desk.secret}\n` : ''
    const config = await desk.write('muttrc', (await fileFor(desk, 'mutt', way)) + more + secret)
    const args = ['mutt', '-n', '-F', config, '-s', 'here', '--', owner]
    expect(await run(desk, way, args, 'hello\n')).toMatchObject({ code: 0 })
    expect((await received(desk)).raw.toString()).toContain('hello')
  })

  it('takes the command for tokens as it is meant', async () => {
    await using desk = await sitDown(owner)
    const config = await desk.write('muttrc', await fileFor(desk, 'mutt', 'token'))
    const { stdout } = await desk.run('mutt', ['-n', '-F', config, '-Q', 'imap_authenticators', '-Q', 'from'])
    expect(stdout).toContain('imap_authenticators="xoauth2"')
    expect(stdout).toContain(`from="${owner}"`)
  })
})

describe.runIf(mbsync.met)(`${mbsync.title('settings --for mbsync')}`, () => {
  async function sync(desk: Desk, way: Way): Promise<Run> {
    await mkdir(desk.path('Mail'))
    const secret = way === 'password' ? `\nPassCmd "cat ${await desk.write('secret', desk.secret)}"` : ''
    const file = await fileFor(desk, 'mbsync', way)
    const trusting = file.replace('SSLType IMAPS', `SSLType IMAPS\nCertificateFile ${desk.ca}${secret}`)
    return run(desk, way, ['mbsync', '--config', await desk.write('mbsyncrc', trusting), '--all'])
  }

  it('reads with a password', async () => {
    await using desk = await sitDown(owner)
    desk.microsoft.mail.append(owner, 'Inbox', message)
    expect(await sync(desk, 'password')).toMatchObject({ code: 0 })
    expect((await desk.run('sh', ['-c', 'cat Mail/INBOX/new/*'])).stdout).toContain('hello')
  })

  it('gets as far with a token as the SASL modules that are installed let it', async () => {
    await using desk = await sitDown(owner)
    const { stderr } = await sync(desk, 'token')
    expect(stderr).toMatch(/^$|SASL mechanism\(s\) not available/m)
    expect(stderr).not.toMatch(/mbsyncrc:\d+/)
  })
})

describe.runIf(fetchmail.met)(`${fetchmail.title('settings --for fetchmail')}`, () => {
  it('reads with a password', async () => {
    await using desk = await sitDown(owner)
    desk.microsoft.mail.append(owner, 'Inbox', message)
    const more = `  password "${desk.secret}" sslcertfile "${desk.ca}"\n  keep fetchall no rewrite mda "cat >> ${desk.path('fetched')}"\n`
    const config = await desk.write('fetchmailrc', (await fileFor(desk, 'fetchmail', 'password')) + more)
    const args = ['fetchmail', '-f', config, '--pidfile', desk.path('pid'), '--nosyslog']
    expect(await run(desk, 'password', args)).toMatchObject({ code: 0 })
    expect(await readFile(desk.path('fetched'), 'utf8')).toContain('hello')
  })
})

describe.runIf(getmail.met)(`${getmail.title('settings --for getmail6')}`, () => {
  it.each([
    ['password', gentle],
    ['token', owner],
  ] as const)('reads with a %s', async (way, address) => {
    await using desk = await sitDown(address)
    desk.microsoft.mail.append(address, 'Inbox', message)
    const secret = way === 'password' ? `password = ${desk.secret}\n` : ''
    const file = (await fileFor(desk, 'getmail6', way, address))
      .replace(/^ca_certs = .*\n/m, `ca_certs = ${desk.ca}\n${secret}`)
      // getmail delivers to no Maildir as root.
      .replace(
        'type = Maildir\npath = ~/Mail/\n',
        `type = MDA_external\npath = /bin/sh\narguments = ("-c", "cat > ${desk.path('fetched')}")\nallow_root_commands = true\n`,
      )
    const config = await desk.write('getmailrc', file)
    const args = ['getmail', '--getmaildir', desk.path('.'), '--rcfile', config]
    expect(await run(desk, way, args)).toMatchObject({ code: 0, stderr: '' })
    expect(await readFile(desk.path('fetched'), 'utf8')).toContain('hello')
  })
})

describe.runIf(offlineimap.met)(`${offlineimap.title('settings --for offlineimap')}`, () => {
  it.each(ways)('reads with a %s', async (way) => {
    await using desk = await sitDown(owner)
    desk.microsoft.mail.append(owner, 'Inbox', message)
    const secret = way === 'password' ? `remotepass = ${desk.secret}\n` : ''
    const file = (await fileFor(desk, 'offlineimap', way)).replace('OS-DEFAULT', desk.ca) + secret
    const config = await desk.write('offlineimaprc', file)
    const { code, stderr } = await run(desk, way, ['offlineimap', '-c', config, '-o', '-u', 'quiet'])
    expect({ code, stderr }).toMatchObject({ code: 0 })
    expect((await desk.run('sh', ['-c', `find Mail -type f | xargs cat`])).stdout).toContain('hello')
  })
})

describe.runIf(swaks.met)(`${swaks.title('settings --for swaks')}`, () => {
  it('sends with a password', async () => {
    await using desk = await sitDown(owner)
    const command = (await fileFor(desk, 'swaks', 'password')).trimEnd()
    const more = `--tls-ca-path ${desk.ca} --auth-password ${desk.secret} --header 'Subject: here'`
    expect(await desk.run('sh', ['-c', `${command} ${more}`])).toMatchObject({ code: 0 })
    expect((await received(desk)).raw.toString()).toContain('Subject: here')
  })
})

describe.runIf(curl.met)(`${curl.title('settings --for curl')}`, () => {
  it('reads and sends with a token', async () => {
    await using desk = await sitDown(owner)
    await desk.write('.curlrc', `cacert = ${desk.ca}\nsilent\nshow-error\n`)
    await desk.write('message.eml', message.replaceAll('\n', '\r\n'))
    const commands = (await fileFor(desk, 'curl', 'token')).trimEnd().split('\n').join(' && ')
    expect(await run(desk, 'token', ['sh', '-c', commands])).toMatchObject({ code: 0, stderr: '' })
    expect((await received(desk)).raw.toString()).toContain('hello')
  })
})

describe.runIf(python.met)(`${python.title('settings --for python')}`, () => {
  it.each(ways)('signs in with a %s, and only to a server it can trust', async (way) => {
    await using desk = await sitDown(owner)
    const script = await desk.write('mail.py', await fileFor(desk, 'python', way))
    const { accessToken } = await tokenFor(desk.microsoft, owner)
    const secret = way === 'password' ? `MAIL_PASSWORD=${desk.secret}` : `ACCESS_TOKEN=${accessToken}`
    const trusting = await desk.run('env', [secret, `SSL_CERT_FILE=${desk.ca}`, 'python3', script])
    expect(trusting).toMatchObject({ code: 0, stderr: '' })
    const wary = await desk.run('env', [secret, 'python3', script])
    expect(wary.stderr).toContain('CERTIFICATE_VERIFY_FAILED')
  })
})

describe.each(['nodemailer', 'imapflow'] as const)('settings --for %s', (library) => {
  it.each(ways)('signs in with a %s, and only to a server it can trust', async (way) => {
    await using desk = await sitDown(owner)
    await symlink(join(import.meta.dirname, '..', '..', 'node_modules'), desk.path('node_modules'))
    const script = await desk.write('mail.mjs', await fileFor(desk, library, way))
    const { accessToken } = await tokenFor(desk.microsoft, owner)
    const secret = way === 'password' ? `MAIL_PASSWORD=${desk.secret}` : `ACCESS_TOKEN=${accessToken}`
    const trusting = await desk.run('env', [secret, `NODE_EXTRA_CA_CERTS=${desk.ca}`, process.execPath, script])
    expect(trusting).toMatchObject({ code: 0, stderr: '' })
    const wary = await desk.run('env', [secret, process.execPath, script])
    expect(wary.stderr).toMatch(/unable to verify|self-signed certificate|unable to get local issuer/)
  })
})
