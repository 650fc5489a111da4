import { json, single } from './quoting.ts'
import { type Access, lines, type Recipe } from './recipe.ts'

/** What a program of one's own says to a library. The token or password comes from the environment, never from the source. */

const token = 'ACCESS_TOKEN'
const password = 'MAIL_PASSWORD'
const variable = ({ way }: Access) => (way === 'oauth2' ? token : password)

const phpmailer: Recipe = ({ address, smtp }) =>
  smtp && {
    name: 'mail.php',
    text: lines(
      '<?php',
      smtp.way === 'oauth2' && String.raw`use PHPMailer\PHPMailer\OAuthTokenProvider;`,
      String.raw`use PHPMailer\PHPMailer\PHPMailer;`,
      '',
      "require 'vendor/autoload.php';",
      '',
      '$mail = new PHPMailer(true);',
      '$mail->isSMTP();',
      `$mail->Host = ${single(smtp.host)};`,
      `$mail->Port = ${smtp.port};`,
      '$mail->SMTPSecure = PHPMailer::ENCRYPTION_STARTTLS;',
      '$mail->SMTPAuth = true;',
      ...(smtp.way === 'oauth2'
        ? [
            "$mail->AuthType = 'XOAUTH2';",
            '$mail->setOAuth(new class implements OAuthTokenProvider {',
            '    public function getOauth64() {',
            `        $user = ${single(smtp.username)};`,
            String.raw`        return base64_encode("user={$user}\x01auth=Bearer " . getenv('${token}') . "\x01\x01");`,
            '    }',
            '});',
          ]
        : [`$mail->Username = ${single(smtp.username)};`, `$mail->Password = getenv('${password}');`]),
      `$mail->setFrom(${single(address)});`,
    ),
  }

const symfony: Recipe = ({ smtp }) =>
  smtp && {
    name: 'mailer.php',
    text: lines(
      '<?php',
      smtp.way === 'oauth2' && String.raw`use Symfony\Component\Mailer\Transport\Smtp\Auth\XOAuth2Authenticator;`,
      String.raw`use Symfony\Component\Mailer\Transport\Smtp\EsmtpTransport;`,
      '',
      "require 'vendor/autoload.php';",
      '',
      `$transport = new EsmtpTransport(${single(smtp.host)}, ${smtp.port});`,
      `$transport->setUsername(${single(smtp.username)});`,
      `$transport->setPassword(getenv('${variable(smtp)}'));`,
      smtp.way === 'oauth2' && '$transport->setAuthenticators([new XOAuth2Authenticator()]);',
    ),
  }

const nodemailer: Recipe = ({ smtp }) =>
  smtp && {
    name: 'mail.mjs',
    text: lines(
      "import nodemailer from 'nodemailer'",
      '',
      'const transport = nodemailer.createTransport({',
      `  host: ${json(smtp.host)},`,
      `  port: ${smtp.port},`,
      '  secure: false,',
      '  requireTLS: true,',
      smtp.way === 'oauth2'
        ? `  auth: { type: 'OAuth2', user: ${json(smtp.username)}, accessToken: process.env.${token} },`
        : `  auth: { user: ${json(smtp.username)}, pass: process.env.${password} },`,
      '})',
      'await transport.verify()',
    ),
  }

const imapflow: Recipe = ({ imap }) =>
  imap && {
    name: 'mail.mjs',
    text: lines(
      "import { ImapFlow } from 'imapflow'",
      '',
      'const client = new ImapFlow({',
      `  host: ${json(imap.host)},`,
      `  port: ${imap.port},`,
      '  secure: true,',
      `  auth: { user: ${json(imap.username)}, ${imap.way === 'oauth2' ? 'accessToken' : 'pass'}: process.env.${variable(imap)} },`,
      '})',
      'await client.connect()',
      'await client.logout()',
    ),
  }

const angus: Recipe = (given) => {
  const used = (['imap', 'pop3', 'smtp'] as const).flatMap((protocol) => given[protocol] ?? [])
  const put = (name: string, value: string) => `properties.put(${json(name)}, ${json(value)});`
  return used.length === 0
    ? undefined
    : {
        name: 'Mail.java',
        text: lines(
          'var properties = new java.util.Properties();',
          ...used.flatMap(({ protocol, way }) => [
            protocol === 'smtp' ? put('mail.smtp.auth', 'true') : put(`mail.${protocol}.ssl.enable`, 'true'),
            put(`mail.${protocol}.ssl.checkserveridentity`, 'true'),
            protocol === 'smtp' && put('mail.smtp.starttls.enable', 'true'),
            protocol === 'smtp' && put('mail.smtp.starttls.required', 'true'),
            way === 'oauth2' && put(`mail.${protocol}.auth.mechanisms`, 'XOAUTH2'),
            way === 'oauth2' &&
              protocol === 'pop3' &&
              put('mail.pop3.auth.xoauth2.two.line.authentication.format', 'true'),
          ]),
          'var session = jakarta.mail.Session.getInstance(properties);',
          ...used.flatMap((access) => {
            const { protocol, host, port, username } = access
            const connect = `connect(${json(host)}, ${port}, ${json(username)}, System.getenv("${variable(access)}"))`
            return protocol === 'smtp'
              ? ['var transport = session.getTransport("smtp");', `transport.${connect};`]
              : [`var ${protocol} = session.getStore("${protocol}");`, `${protocol}.${connect};`]
          }),
        ),
      }
}

const mailkit: Recipe = (given) => {
  const clients = [
    ['imap', 'Imap', 'SslOnConnect'],
    ['pop3', 'Pop3', 'SslOnConnect'],
    ['smtp', 'Smtp', 'StartTls'],
  ] as const
  const used = clients.flatMap(([protocol, name, security]) => {
    const access = given[protocol]
    if (access === undefined) return []
    const secret = `Environment.GetEnvironmentVariable ("${variable(access)}")`
    const user = json(access.username)
    return [
      '',
      `using var ${protocol} = new MailKit.Net.${name}.${name}Client ();`,
      `await ${protocol}.ConnectAsync (${json(access.host)}, ${access.port}, SecureSocketOptions.${security});`,
      access.way === 'oauth2'
        ? `await ${protocol}.AuthenticateAsync (new SaslMechanismOAuth2 (${user}, ${secret}));`
        : `await ${protocol}.AuthenticateAsync (${user}, ${secret});`,
    ]
  })
  return used.length === 0
    ? undefined
    : { name: 'Mail.cs', text: lines('using System;', 'using MailKit.Security;', ...used) }
}

const python: Recipe = ({ imap, pop3, smtp }) => {
  if (imap === undefined && pop3 === undefined && smtp === undefined) return undefined
  const secret = (access: Access) => `os.environ["${variable(access)}"]`
  const bearer = (access: Access) =>
    String.raw`f"user={user}\x01auth=Bearer {${secret(access).replaceAll('"', "'")}}\x01\x01"`
  return {
    name: 'mail.py',
    text: lines(
      'import os',
      imap && 'import imaplib',
      pop3 && 'import poplib',
      smtp && 'import smtplib',
      'import ssl',
      '',
      // Python verifies certificates only if it is told to.
      'tls = ssl.create_default_context()',
      `user = ${json((imap ?? pop3 ?? smtp)!.username)}`,
      ...(imap
        ? [
            '',
            `imap = imaplib.IMAP4_SSL(${json(imap.host)}, ${imap.port}, ssl_context=tls)`,
            imap.way === 'oauth2'
              ? `imap.authenticate("XOAUTH2", lambda _: ${bearer(imap)}.encode())`
              : // imaplib puts the user name into LOGIN as it is; PLAIN has no such trouble.
                String.raw`imap.authenticate("PLAIN", lambda _: f"\0{user}\0{${secret(imap).replaceAll('"', "'")}}".encode())`,
          ]
        : []),
      ...(pop3
        ? [
            '',
            `pop = poplib.POP3_SSL(${json(pop3.host)}, ${pop3.port}, context=tls)`,
            'pop.user(user)',
            `pop.pass_(${secret(pop3)})`,
          ]
        : []),
      ...(smtp
        ? [
            '',
            `smtp = smtplib.SMTP(${json(smtp.host)}, ${smtp.port})`,
            'smtp.starttls(context=tls)',
            smtp.way === 'oauth2' && 'smtp.ehlo()',
            smtp.way === 'oauth2'
              ? `smtp.auth("XOAUTH2", lambda _=None: ${bearer(smtp)})`
              : `smtp.login(user, ${secret(smtp)})`,
          ]
        : []),
    ),
  }
}

const rubyImap: Recipe = ({ imap }) =>
  imap && {
    name: 'mail.rb',
    text: lines(
      "require 'net/imap'",
      '',
      `imap = Net::IMAP.new(${single(imap.host)}, port: ${imap.port}, ssl: true)`,
      imap.way === 'oauth2'
        ? `imap.authenticate('XOAUTH2', ${single(imap.username)}, ENV.fetch('${token}'))`
        : `imap.login(${single(imap.username)}, ENV.fetch('${password}'))`,
    ),
  }

const rubySmtp: Recipe = ({ smtp }) =>
  smtp && {
    name: 'mail.rb',
    text: lines(
      "require 'net/smtp'",
      '',
      `smtp = Net::SMTP.new(${single(smtp.host)}, ${smtp.port})`,
      'smtp.enable_starttls',
      `smtp.start(user: ${single(smtp.username)}, secret: ENV.fetch('${variable(smtp)}'), authtype: :${smtp.way === 'oauth2' ? 'xoauth2' : 'login'})`,
    ),
  }

export const snippets = {
  phpmailer,
  'symfony-mailer': symfony,
  nodemailer,
  imapflow,
  angus,
  mailkit,
  python,
  'ruby-net-imap': rubyImap,
  'ruby-net-smtp': rubySmtp,
} as const satisfies Readonly<Record<string, Recipe>>
