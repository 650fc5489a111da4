import { inUrl, shell } from './quoting.ts'
import { lines, type Recipe, tokenCommand } from './recipe.ts'

/** Commands for programs that are told everything on their command line. They ask for a password where they need one. */

const swaksCommand: Recipe = ({ address, smtp }) =>
  smtp && {
    name: 'swaks.sh',
    text: lines(
      [
        `swaks --server ${smtp.host} --port ${smtp.port} --tls --tls-verify`,
        `--auth LOGIN --auth-user ${shell(smtp.username)}`,
        `--from ${shell(address)} --to ${shell(address)}`,
      ].join(' '),
    ),
  }

const curlCommand: Recipe = (given) => {
  const { address } = given
  const places = { imap: ['imaps', '/INBOX'], pop3: ['pop3s', '/'], smtp: ['smtp', '/'] } as const
  const envelope = ` --mail-from ${shell(address)} --mail-rcpt ${shell(address)} --upload-file message.eml`
  const commands = (['imap', 'pop3', 'smtp'] as const).flatMap((protocol) => {
    const access = given[protocol]
    if (access === undefined) return []
    const [scheme, path] = places[protocol]
    const withToken = access.way === 'oauth2'
    const owner = withToken ? `${inUrl(access.username)}@` : ''
    const url = `${scheme}://${owner}${access.host}:${access.port}${path}`
    const proof = withToken ? `--oauth2-bearer "$(${tokenCommand(address)})"` : `--user ${shell(access.username)}`
    return [`curl --ssl-reqd --url ${shell(url)} ${proof}${protocol === 'smtp' ? envelope : ''}`]
  })
  return commands.length === 0 ? undefined : { name: 'curl.sh', text: lines(...commands) }
}

const imapsyncCommand: Recipe = ({ address, imap }) => {
  if (imap === undefined) return undefined
  const withToken = imap.way === 'oauth2'
  return {
    name: 'imapsync.sh',
    text: lines(
      withToken && `umask 077; ${tokenCommand(address)} > token.txt`,
      `imapsync --host1 ${imap.host} --port1 ${imap.port} --ssl1 --sslargs1 SSL_verify_mode=1 --user1 ${shell(imap.username)}${withToken ? ' --oauthaccesstoken1 token.txt' : ''} --justlogin`,
    ),
  }
}

export const commands = {
  swaks: swaksCommand,
  curl: curlCommand,
  imapsync: imapsyncCommand,
} as const satisfies Readonly<Record<string, Recipe>>
