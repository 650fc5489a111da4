import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { missingProgram } from './requirement.ts'

/** A private Dovecot of the test's own: nothing of the system's one is read, started or changed. */
export type Dovecot = AsyncDisposable & {
  /** Implicit TLS (`imaps`, `pop3s`), and STARTTLS and STLS (`imap`, `pop3`). */
  ports: Record<'imap' | 'imaps' | 'pop3' | 'pop3s', number>
  /** The way in by implicit TLS. */
  target: { host: string; imapPort: number; pop3Port: number; ca: string; username: string; secret: string }
}

const username = 'hanako@hotmail.com'
const secret = 'abcdefghijklmnop'

/** The reason why Dovecot cannot be started here, or `undefined`. */
export function missingDovecot(): string | undefined {
  return missingProgram('dovecot', '--version')
}

/** Starts Dovecot with these messages (CRLF line ends) in the INBOX of one user, and waits until it listens. */
export async function startDovecot({ messages = [] }: { messages?: readonly Buffer[] } = {}): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'sparekey-dovecot-'))
  // Dovecot's processes have users of their own where it is started by root.
  await chmod(folder, 0o755)
  const { ca, cert, key } = await issueCertificate(['localhost', '127.0.0.1'])
  const [imap, imaps, pop3, pop3s] = await freePorts(4)
  const ports = { imap: imap!, imaps: imaps!, pop3: pop3!, pop3s: pop3s! }
  await fillMaildir(join(folder, 'mail'), messages)
  await writeFile(join(folder, 'cert.pem'), cert)
  await writeFile(join(folder, 'key.pem'), key, { mode: 0o600 })
  await writeFile(join(folder, 'users'), `${username}:{PLAIN}${secret}\n`, { mode: 0o644 })
  await writeFile(join(folder, 'dovecot.conf'), configuration(folder, ports))
  const child = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const remove = async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await listening(child)
  } catch (error) {
    await remove()
    throw error
  }
  return {
    ports,
    target: { host: 'localhost', imapPort: ports.imaps, pop3Port: ports.pop3s, ca, username, secret },
    [Symbol.asyncDispose]: remove,
  }
}

/** Resolves with the line Dovecot logs when its doors are open; rejects with its words if it ends before that. */
async function listening(child: ChildProcess): Promise<void> {
  let log = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr!.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('starting up for')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`dovecot did not start: ${log}`)))
  })
}

function configuration(folder: string, ports: Dovecot['ports']): string {
  const root = process.getuid?.() === 0
  const { username: me, uid, gid } = userInfo()
  return `
protocols = imap pop3
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
ssl = required
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail
mail_uid = ${root ? nobody : uid}
mail_gid = ${root ? nobody : gid}
first_valid_uid = 1
first_valid_gid = 1
# Refusals come at once: the tests are many, and nobody guesses passwords here.
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = home=${folder}/home
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  chroot =
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
${root ? '' : ownProcesses(me)}`
}

/** Where Dovecot is not started by root, all its processes are its starter's. */
function ownProcesses(user: string): string {
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()
  return `default_login_user = ${user}\ndefault_internal_user = ${user}\ndefault_internal_group = ${group}\n`
}

/** Dovecot opens no mail as root. */
const nobody = 65_534

async function fillMaildir(path: string, messages: readonly Buffer[]): Promise<void> {
  const folders = [path, join(path, 'cur'), join(path, 'new'), join(path, 'tmp')]
  for (const folder of folders) await mkdir(folder)
  for (const [index, raw] of messages.entries()) {
    // The name's beginning is the order of the UIDs.
    await writeFile(
      join(path, 'cur', `${1_600_000_000 + index}.M0P1.localhost,S=${raw.length},W=${raw.length}:2,`),
      raw,
    )
  }
  if (process.getuid?.() !== 0) return
  for (const folder of folders) await chown(folder, nobody, nobody)
}

/** Ports nobody listens on. Dovecot cannot be told to take any. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => (server.close(), once(server, 'close'))))
  return ports
}
