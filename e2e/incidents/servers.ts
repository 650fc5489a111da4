import type { Peer } from '@sparekey/testkit/server'

/**
 * Servers of the incidents: they speak as Microsoft's do up to the place where the incident happened, and there they say
 * what was said.
 */
export type Part = {
  /** Where `reply` is said; everywhere else all is well. */
  stage: 'sign-in' | 'after' | 'mail' | 'rcpt' | 'data' | undefined
  reply: string
  greeting?: string | undefined
  closes?: boolean | undefined
  /** TLS begins with STARTTLS. */
  starttls: boolean
}

type Speak = (peer: Peer, part: Part) => Promise<void>

const imap: Speak = async (peer, part) => {
  const say = speakerOf(peer, part)
  say(part.greeting ?? '* OK The Microsoft Exchange IMAP4 service is ready. [QQBCAEMA]')
  for (let signedIn = false; ;) {
    const line = await peer.line()
    const [tag = '', verb = '', ...rest] = line.split(' ')
    const command = verb.toUpperCase()
    if (command === 'CAPABILITY') {
      say(`* CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE`)
      say(`${tag} OK CAPABILITY completed.`)
    } else if (command === 'LOGIN' || command === 'AUTHENTICATE') {
      if (command === 'AUTHENTICATE' && rest.length < 2) {
        say('+ ')
        await peer.line()
      }
      signedIn = !say.at('sign-in', tag, `${tag} OK ${command} completed.`)
    } else if (command === 'LOGOUT') {
      say('* BYE Microsoft Exchange Server IMAP4 server signing off.')
      say(`${tag} OK LOGOUT completed.`)
    } else if (signedIn) say.at('after', tag, `${tag} OK ${command} completed.`)
    else say(`${tag} BAD Command received in Invalid state.`)
  }
}

const pop3: Speak = async (peer, part) => {
  const say = speakerOf(peer, part)
  say(part.greeting ?? '+OK The Microsoft Exchange POP3 service is ready. [QQBCAEMA]')
  for (let signedIn = false; ;) {
    const [verb = ''] = (await peer.line()).toUpperCase().split(' ')
    if (verb === 'CAPA') say('+OK\r\nTOP\r\nUIDL\r\nSASL PLAIN XOAUTH2\r\nUSER\r\n.')
    else if (verb === 'USER') say('+OK')
    else if (verb === 'PASS' || verb === 'AUTH') {
      if (verb === 'AUTH') {
        say('+ ')
        await peer.line()
      }
      signedIn = !say.at('sign-in', '', '+OK User successfully logged on.')
    } else if (verb === 'QUIT') say('+OK Microsoft Exchange Server POP3 server signing off.')
    else if (signedIn) say.at('after', '', '+OK 0 0')
    else say('-ERR Command is not valid in this state.')
  }
}

const smtp: Speak = async (peer, part) => {
  const say = speakerOf(peer, part)
  say(part.greeting ?? '220 AM0PR01CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready')
  for (let secured = !part.starttls; ;) {
    const [verb = '', mechanism, response] = (await peer.line()).toUpperCase().split(' ')
    if (verb === 'EHLO')
      say(`250-outlook.office365.com Hello\r\n250-SIZE 157286400\r\n250 ${secured ? 'AUTH LOGIN XOAUTH2' : 'STARTTLS'}`)
    else if (verb === 'STARTTLS') {
      say('220 2.0.0 SMTP server ready')
      await peer.startTls()
      secured = true
    } else if (verb === 'AUTH') {
      if (mechanism === 'LOGIN') {
        for (const prompt of ['334 VXNlcm5hbWU6', '334 UGFzc3dvcmQ6']) {
          say(prompt)
          await peer.line()
        }
      } else if (response === undefined) {
        say('334 ')
        await peer.line()
      }
      say.at('sign-in', '', '235 2.7.0 Authentication successful')
    } else if (verb === 'MAIL') say.at('mail', '', '250 2.1.0 Sender OK')
    else if (verb === 'RCPT') say.at('rcpt', '', '250 2.1.5 Recipient OK')
    else if (verb === 'DATA') {
      say('354 Start mail input; end with <CRLF>.<CRLF>')
      await peer.lines((line) => line === '.')
      say.at('data', '', '250 2.0.0 OK')
    } else if (verb === 'QUIT') say('221 2.0.0 Service closing transmission channel')
    else say('250 2.0.0 OK')
  }
}

export const speak = { imap, pop3, smtp }

function speakerOf(peer: Peer, { stage, reply, closes }: Part) {
  const say = (text: string): void => void peer.send(`${text}\r\n`)
  /** Says the incident's reply if this is its place, else that all is well. */
  const at = (place: Part['stage'], tag: string, good: string): boolean => {
    if (stage !== place) {
      say(good)
      return false
    }
    say(reply.replaceAll('{tag}', tag).replaceAll(/\r?\n/g, '\r\n'))
    if (closes) peer.end()
    return true
  }
  return Object.assign(say, { at })
}
