/** The words for findings in English: what happened, why, and what to do next. */
import type { NextStep } from '../finding.ts'
import { pageFor, pages, protocolNames, run, stepsFor, webMail, type Circumstances, type Texts } from './text.ts'

const mailServer = ({ protocol }: Circumstances) =>
  protocol ? `the ${protocolNames[protocol]} server` : 'the mail server'
const place = (about: Circumstances) =>
  about.host === undefined ? mailServer(about) : `the server ${about.host}, port ${about.port},`
const door = ({ protocol }: Circumstances) => (protocol ? protocolNames[protocol] : 'this protocol')
const proof = ({ credential }: Circumstances) => (credential === 'token' ? 'token' : 'password')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const checkAgain = (about: Circumstances): NextStep => ({ text: 'Then check again.', ...run(about, 'check') })
const rightSettings = (about: Circumstances): NextStep => ({
  text:
    about.account === 'unknown'
      ? 'Compare the server name, port and encryption in the mail program with those its provider names.'
      : 'Compare the server name, port and encryption in the mail program with the right ones.',
  ...run(about, 'settings'),
})
const askAdministrator = (what: string): NextStep => ({ text: `Ask your organization’s administrator to ${what}.` })
const tryLater: NextStep = {
  text: 'Wait a quarter of an hour, then try once more; trying again and again prolongs the wait.',
}
const signInAgain = ({ address = 'ADDRESS' }: Circumstances): NextStep => ({
  text: 'Sign in with Microsoft again.',
  command: `sparekey login ${address}`,
})
const withSparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'With sparekey, sign in with Microsoft again.',
})
const microsoftSignIn: NextStep = {
  text: 'In the mail program, set the account’s sign-in to “OAuth2”, “Modern authentication” or “Sign in with Microsoft”, or remove the account and add it again; a browser window of Microsoft’s then asks for your password and code.',
}

const ownName: NextStep = {
  text: 'The user name may be that of another mailbox, or the password an old one: use the account’s own address (no alias, no shared mailbox), and type the password again.',
}

const forKind = ({ account }: Circumstances, personal: NextStep[], work: NextStep[]) =>
  stepsFor(
    account,
    { personal, work },
    { personal: 'With a personal account: ', work: 'With an account of an organization: ' },
  )

const newAppPassword = (about: Circumstances) =>
  forKind(
    about,
    [
      {
        text: 'Sign in to your Microsoft account, open “Security”, then “Advanced security options”. App passwords are offered only while two-step verification is on.',
        url: pages.security,
      },
      {
        text: 'Under “App passwords”, choose “Create a new app password”. The 16 lower-case letters are shown only once: copy them.',
        url: pages.createAppPassword,
      },
      {
        text: 'Paste the 16 letters into the password field of the mail program, for receiving and for sending, in place of your normal password, and save it there.',
      },
    ],
    [
      {
        text: 'Sign in to your security info, choose “Add sign-in method”, then “App password”. If the choice is not there, your administrator has not allowed app passwords.',
        url: pages.workSecurity,
      },
      {
        text: 'Put the 16 letters into the password field of the mail program, for receiving and for sending, in place of your normal password.',
      },
    ],
  )

/** What is left where SMTP sign-in is off: who can switch it on, and ways round it. */
const withSmtpOff = (about: Circumstances): NextStep[] => [
  ...forKind(
    about,
    [
      {
        text: 'Send in a browser or with a program that does not use SMTP, such as the current Outlook.',
        url: pages.webMail,
      },
    ],
    [askAdministrator('switch on “Authenticated SMTP” for your mailbox')],
  ),
  {
    ...signInAgain(about),
    text: 'Or send with sparekey: once you have signed in with Microsoft, “sparekey send” goes round SMTP (by Microsoft Graph) where SMTP is off.',
  },
  { text: 'Microsoft describes the setting on this page.', url: pages.smtpAuthOff },
]

const fields: Record<Circumstances['differences'][number]['field'], string> = {
  host: 'the server',
  port: 'the port',
  security: 'the encryption',
  spa: '“Log on using Secure Password Authentication (SPA)”',
  authentication: '“My outgoing server (SMTP) requires authentication”',
  username: 'the user name',
}
const values: Record<string, string> = { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'no encryption' }
const value = (text: string) => values[text] ?? text

export const en: Texts = {
  said: (quote, by) => (by === 'server' ? ` The server said: “${quote}”` : ` This computer reported: ${quote}.`),
  findings: {
    ok: (about) => ({
      title: 'Nothing is wrong',
      explanation:
        about.signedIn === false
          ? 'The servers can be reached, their certificates are valid, and they offer a way to sign in. No password was sent, so the sign-in itself was not tried.'
          : 'The servers can be reached, their certificates are valid, and the sign-in was accepted.',
      nextSteps: [
        {
          text: 'If a mail program still fails, its settings differ: compare them with the right ones.',
          ...run(about, 'settings'),
        },
      ],
    }),
    'app-password-needed': (about) => ({
      title: 'An app password is needed here',
      explanation: `${capital(mailServer(about))} refused the password. Once two-step verification is on, Microsoft no longer takes your normal password from a mail program that cannot ask for the second step; it takes an app password instead: 16 lower-case letters, made for that program. Microsoft gives the same answer to a wrong password, so it may also be that the password is mistyped, or that the account does not have two-step verification on.`,
      nextSteps: [
        {
          text: 'First make sure of the password: sign in with it in a browser. If that fails, mend the password itself.',
          ...webMail(about.account),
        },
        ...newAppPassword(about),
        checkAgain(about),
      ],
    }),
    'app-password-wrong': (about) => ({
      title: 'This app password is not valid, or not any more',
      explanation: `What was sent looks like an app password (16 lower-case letters), and ${mailServer(about)} refused it. Either it is mistyped, or it was removed in the account, or two-step verification has been switched off since, which makes every app password worthless.`,
      nextSteps: [
        {
          text: 'If two-step verification is off, use your normal password in the mail program again.',
          ...pageFor(about.account, { personal: pages.additionalSecurity, work: pages.workSecurity }),
        },
        ...newAppPassword(about),
        checkAgain(about),
      ],
    }),
    'password-wrong': (about) => ({
      title: 'The user name or the password is wrong',
      explanation: `${capital(mailServer(about))} says itself that the user name and the password do not belong together.`,
      nextSteps: [
        {
          text: 'Type the password again: mind capital letters and the keyboard layout, and use the full address as user name.',
        },
        {
          text: 'Sign in with it in a browser. If that fails too, reset the password there.',
          ...webMail(about.account),
        },
        checkAgain(about),
      ],
    }),
    'basic-auth-retired': (about) => ({
      title: 'Microsoft no longer takes passwords from mail programs here',
      explanation: `${capital(mailServer(about))} accepts no password at all, neither your normal one nor an app password. Microsoft has ended this way of signing in (“basic authentication”): for Outlook.com, Hotmail, Live and MSN on 16 September 2024, for work accounts over POP and IMAP from 1 October 2022. The only way in is OAuth 2.0, where you sign in on a page of Microsoft’s and the mail program gets a token. A new app password does not help.${about.certainty === 'certain' ? '' : ' The server used its general words for a refusal; on this date, however, it would have refused the right password with them too.'}`,
      nextSteps: [
        microsoftSignIn,
        {
          text: 'If the mail program offers no such sign-in, update it, or use one that does, such as Thunderbird or the current Outlook.',
        },
        {
          ...signInAgain(about),
          text: 'To read and send with sparekey itself, sign in with Microsoft once.',
        },
        { text: 'Until then the mail can be read in a browser.', ...webMail(about.account) },
      ],
    }),
    'account-blocked': (about) => ({
      title: 'Microsoft has blocked the account for mail programs',
      explanation:
        'After too many failed sign-ins, or one from an unusual place, Microsoft blocks an account until its owner has shown that it is really theirs. Until then every password is refused, the right one too.',
      nextSteps: [
        { text: 'Switch automatic mail checking off in the mail program, so that it does not add more failures.' },
        {
          text: 'Sign in in a browser and follow what Microsoft asks for.',
          ...webMail(about.account),
        },
        {
          text: 'On the activity page, confirm the sign-in attempts that were yours (“This was me”).',
          url: pages.activity,
        },
        checkAgain(about),
      ],
    }),
    'protocol-off': (about) =>
      about.protocol === 'smtp'
        ? {
            title: 'Sending by SMTP is switched off for this mailbox',
            explanation: `The same ${proof(about)} was accepted on another protocol but refused over SMTP. So the ${proof(about)} is right, and SMTP sign-in (“SMTP AUTH”) is most likely switched off for this mailbox${about.account === 'personal' ? '' : ' or the whole organization'}; Microsoft may then answer as if the ${proof(about)} were wrong. Newer personal mailboxes have it off, and Microsoft gives their owners no switch; in organizations the administrator decides.`,
            nextSteps: withSmtpOff(about),
          }
        : {
            title: about.protocol
              ? `${door(about)} is switched off for this mailbox`
              : 'The protocol is switched off for this mailbox',
            explanation: `The same ${proof(about)} was accepted on another protocol but refused over ${door(about)}. So the ${proof(about)} is right, and ${door(about)} is most likely switched off for this mailbox; Microsoft then answers as if the ${proof(about)} were wrong. On Outlook.com, POP and IMAP are off until the owner switches them on.`,
            nextSteps: [
              ...forKind(
                about,
                [
                  {
                    text: 'In Outlook on the web, open Settings > Mail > Forwarding and IMAP, switch on that devices and apps may use POP or IMAP, and save.',
                    url: pages.webMail,
                  },
                ],
                [askAdministrator(`switch ${door(about)} on for your mailbox`)],
              ),
              { text: 'Or let the mail program use the protocol that works.' },
              checkAgain(about),
            ],
          },
    'mailbox-not-connected': (about) => ({
      title: 'Signed in, but the mailbox does not open',
      explanation: `${capital(mailServer(about))} accepted the sign-in and then refused the mailbox behind it. Microsoft says the same for several causes. The steps go through those that are known, the most likely first; stop at the one that helps.`,
      nextSteps: [
        ...forKind(
          about,
          [
            {
              text: 'IMAP and POP may be switched off for the mailbox, as they are until the owner changes it: in Outlook on the web, open Settings > Mail > Forwarding and IMAP, and switch on that devices and apps may use them.',
              url: pages.webMail,
            },
          ],
          [
            {
              text: `${door(about)} may be switched off for the mailbox: ask your organization’s administrator to switch it on.`,
            },
          ],
        ),
        ...(about.credential === 'token' ? [] : [ownName]),
        ...(about.credential === undefined || about.credential === 'token'
          ? [
              {
                ...signInAgain(about),
                text: 'The token may be another account’s, or may not be for this protocol: sign in with Microsoft again, with the account whose mailbox is meant.',
              },
            ]
          : []),
        {
          text: 'Too many connections may be open: close other mail programs that use this mailbox, wait some minutes, and try again.',
        },
        {
          text: 'The mailbox may be too young: for some days Microsoft has been seen to open such a one at one moment and not at the next. Try again tomorrow.',
        },
        {
          text: 'The way by IPv6 may fail while the one by IPv4 works: try another network, such as a phone’s.',
        },
        {
          text: 'Microsoft may have a fault: see whether the mailbox opens in a browser, and wait some hours.',
          ...webMail(about.account),
        },
        checkAgain(about),
      ],
    }),
    'smtp-auth-off-mailbox': (about) => ({
      title: 'Sending by SMTP is switched off for this mailbox',
      explanation:
        'The server says that SMTP sign-in (“SMTP AUTH”) is disabled for this mailbox. That is a setting of Microsoft’s, not a wrong password. Newer personal mailboxes have it off, and Microsoft gives their owners no switch; in organizations the administrator decides.',
      nextSteps: withSmtpOff(about),
    }),
    'smtp-auth-off-tenant': () => ({
      title: 'Sending by SMTP is switched off for the whole organization',
      explanation:
        'The server says that SMTP sign-in (“SMTP AUTH”) is disabled for the tenant, that is for every mailbox of the organization. The password plays no part in it.',
      nextSteps: [
        askAdministrator('allow SMTP AUTH for the organization or for your mailbox alone'),
        { text: 'Microsoft describes the setting on this page.', url: pages.smtpAuthOff },
      ],
    }),
    'security-defaults': () => ({
      title: 'Your organization’s security defaults forbid this sign-in',
      explanation:
        'The organization has Microsoft’s “security defaults” switched on. They refuse every sign-in by password alone, whatever the password.',
      nextSteps: [microsoftSignIn, askAdministrator('say which way of signing in is allowed for mail programs')],
    }),
    'policy-blocked': () => ({
      title: 'A rule of your organization refused this sign-in',
      explanation:
        'The server says that the request did not meet the organization’s criteria: a conditional-access rule or a risk assessment refused it, for example because of the place, the device or the way of signing in. The password may well be right.',
      nextSteps: [askAdministrator('look the refusal up in the sign-in log, and say what is allowed'), microsoftSignIn],
    }),
    'sender-not-allowed': (about) => ({
      title: 'The sender’s address is not one of this account’s',
      explanation: `Signing in worked, but the message’s From address belongs neither to the account${about.address ? ` ${about.address}` : ''} nor to its aliases, so Microsoft refused to send it (“SendAsDenied”).`,
      nextSteps: [
        { text: 'Use the address you signed in with as the sender.' },
        {
          text: 'To send as another address, first add it to the account as an alias, or have the right “Send as” given to you.',
        },
      ],
    }),
    'token-refused': (about) =>
      about.step === 'capabilities'
        ? {
            title: 'The server takes no tokens',
            explanation: `${capital(mailServer(about))} does not name tokens (OAuth 2.0) among its ways to sign in, so the token was not sent. Microsoft’s servers do; this is another server, or something in between changes what it says.`,
            nextSteps: [
              rightSettings(about),
              { text: 'If the mailbox is not Microsoft’s, use the password or app password of its provider.' },
            ],
          }
        : {
            title: 'The token was refused',
            explanation:
              'The sign-in used a token (OAuth 2.0), and it was refused: it was issued for something else, belongs to another account, or has been revoked. A new password, or “Sign out everywhere”, revokes every token of an account.',
            nextSteps: [
              { text: 'Sign in with Microsoft again in the mail program, with the account whose mailbox is meant.' },
              withSparekey(about),
            ],
          },
    'token-expired': (about) => ({
      title: 'The token has run out',
      explanation:
        'An access token (OAuth 2.0) is valid for about an hour, and the permission to fetch new ones ends when it has not been used for 90 days, or when the organization sets an earlier end. This one had run out. Microsoft may say the same where a new password or “Sign out everywhere” has ended it.',
      nextSteps: [
        { text: 'Let the mail program fetch a new one: start it anew, or sign in with Microsoft again there.' },
        withSparekey(about),
      ],
    }),
    'token-wrong-account': (about) => ({
      title: 'The token belongs to another account',
      explanation:
        'The token (OAuth 2.0) was issued to another account than the one whose name was given with it. An alias counts as another name.',
      nextSteps: [
        {
          ...signInAgain(about),
          text: 'Sign in with Microsoft again, and on Microsoft’s page pick the account whose mailbox is meant.',
        },
        { text: 'If the address is an alias, use the account’s own address as the user name.' },
      ],
    }),
    'sign-in-declined': (about) => ({
      title: 'The sign-in was cancelled on Microsoft’s page',
      explanation:
        'On Microsoft’s page the program was not given permission: somebody chose “Cancel” or “No”. Nothing has changed; no password and no token was kept.',
      nextSteps: [
        { text: 'If that was not meant, start again and choose “Accept” on the page.' },
        signInAgain(about),
        { text: 'If it was not you who declined, change your password.', url: pages.security },
      ],
    }),
    'sign-in-timeout': (about) => ({
      title: 'The sign-in was not finished in time',
      explanation:
        'The program waited for somebody to sign in on Microsoft’s page, and nobody did before the time was over. A device code is valid for a quarter of an hour. Nothing has changed.',
      nextSteps: [
        {
          ...signInAgain(about),
          text: 'Start again, and finish the sign-in in the browser; an old code is worthless.',
        },
      ],
    }),
    'sign-in-again': (about) => ({
      title: 'Microsoft wants you to sign in again yourself',
      explanation:
        'Without you Microsoft issues no further token: it asks for a second step, for security information that is still missing, or for a new password. A program cannot do that for you.',
      nextSteps: [
        { ...signInAgain(about), text: 'Sign in with Microsoft again, and do what the page asks for.' },
        {
          text: 'If it asks for a second step that is not set up yet, set it up first.',
          ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
        },
      ],
    }),
    'consent-missing': (about) => ({
      title: 'The program lacks a permission',
      explanation:
        'Microsoft gave no token for this purpose, because nobody has permitted the program to do it: neither you nor your organization’s administrator.',
      nextSteps: [
        { ...signInAgain(about), text: 'Sign in with Microsoft again, and accept every permission the page lists.' },
        ...(about.account === 'personal'
          ? []
          : [
              {
                text: 'If the page says “Need admin approval”, ask your organization’s administrator to permit the program.',
              },
            ]),
      ],
    }),
    'client-refused': () => ({
      title: 'Microsoft does not accept the program’s client ID',
      explanation:
        'Every program that signs in with Microsoft is registered there under a client ID. This one is unknown, switched off, not meant for this kind of account, or not registered as a “mobile and desktop application”. Your account and your password play no part in it.',
      nextSteps: [
        { text: 'Compare the client ID, letter by letter, with the one whoever registered the program gave you.' },
        {
          text: 'Whoever registered it opens the registration: is it for this kind of account (personal, work or both), are “public client flows” allowed, and is http://localhost among the redirect URIs?',
          url: pages.appRegistrations,
        },
      ],
    }),
    'account-not-admitted': (about) => ({
      title: 'This account cannot sign in here',
      explanation:
        'Microsoft knows the account, but not in this place: a work account was used where only personal ones may sign in, or the other way round; or the account belongs to another organization or to another of Microsoft’s clouds.',
      nextSteps: [
        {
          text: 'On Microsoft’s page, choose “Use another account”, and sign in with the account whose mailbox is meant.',
        },
        signInAgain(about),
      ],
    }),
    'clock-wrong': () => ({
      title: 'The clock of this computer is wrong',
      explanation:
        'What Microsoft issued a moment ago is not valid yet, or not any more, by the clock of this computer. Tokens are valid for about an hour, so the clock must be right to within a few minutes.',
      nextSteps: [
        { text: 'Set date, time and time zone of this computer, best by letting it fetch the time from the internet.' },
        { text: 'Then start again.' },
      ],
    }),
    'settings-differ': (about) => ({
      title: 'The mail program’s settings are not right',
      explanation:
        'What is entered in the mail program differs from what this address needs. With wrong settings no password helps, so these come first.',
      nextSteps: [
        ...(about.differences.length === 0
          ? [rightSettings(about)]
          : about.differences.map(({ protocol, field, now, right }) => ({
              text: `${protocolNames[protocol]}: change ${fields[field]} from ${value(now)} to ${value(right)}.`,
            }))),
        checkAgain(about),
      ],
    }),
    throttled: () => ({
      title: 'Microsoft is slowing this account down',
      explanation:
        'The server refuses for now because of too many connections, messages or sign-ins in a short time. Neither the password nor the settings are the reason.',
      nextSteps: [
        { text: 'Close other mail programs that use this mailbox, and lower how often they check for mail.' },
        tryLater,
      ],
    }),
    'server-unavailable': (about) => ({
      title: 'The server is not ready at the moment',
      explanation: `${capital(mailServer(about))} answered that it cannot do its work now. That lies with the server, not with the password or the settings.`,
      nextSteps: [tryLater, checkAgain(about)],
    }),
    'unknown-refusal': (about) =>
      about.step === 'capabilities'
        ? {
            title: 'The server offers no way to sign in that this program knows',
            explanation: `${capital(mailServer(about))} names no way to sign in, or none that this program knows. So no sign-in was tried, and no password was sent. Microsoft’s servers name one at the right port; this is another server or another port, or something in between changes what the server says.`,
            nextSteps: [
              rightSettings(about),
              {
                text: 'If they are right, use another network, and check security programs that look into mail.',
              },
              { text: 'If the mailbox is not Microsoft’s, ask its provider how mail programs sign in there.' },
            ],
          }
        : {
            title: 'The sign-in was refused, for a reason this program does not know',
            explanation: `${capital(mailServer(about))} refused in words that do not tell this program why, so the reason can only be guessed. Read the server’s own sentence.`,
            nextSteps: [
              {
                text: 'Sign in with the same user name and password in a browser, to see whether they are right.',
                ...webMail(about.account),
              },
              rightSettings(about),
            ],
          },
    'host-not-found': (about) => ({
      title: 'The server’s name does not exist, or cannot be looked up',
      explanation: `No address was found for ${about.host ?? 'the server’s name'}. Either the name is mistyped or out of date, or this computer has no working connection to the internet.`,
      nextSteps: [
        rightSettings(about),
        { text: 'Open any page in a browser to see whether the internet can be reached.' },
      ],
    }),
    'connection-refused': (about) => ({
      title: 'The server does not take connections there',
      explanation: `${capital(place(about))} refused the connection: nothing listens on that port, or a firewall turns it away.`,
      nextSteps: [
        rightSettings(about),
        { text: 'Try another network, such as a phone’s: some networks and security programs block mail ports.' },
      ],
    }),
    'connection-timeout': (about) => ({
      title: 'The server does not answer',
      explanation: `${capital(place(about))} gave no answer within the time allowed. A firewall or network in between may swallow the connection, the port may be wrong, or the port expects encryption from the first byte (SSL/TLS) while the program waits for a greeting.`,
      nextSteps: [
        rightSettings(about),
        { text: 'Try another network, such as a phone’s: some networks and security programs block mail ports.' },
        {
          text: 'If the network is slow, allow more time.',
          ...run(about, 'check', ' --timeout 60'),
        },
      ],
    }),
    'connection-dropped': (about) => ({
      title: 'The connection broke off',
      explanation: `${capital(place(about))} took the connection and then ended it without the answer that was due. The server may be overloaded or may block this network, or something in between cut the connection.`,
      nextSteps: [tryLater, rightSettings(about)],
    }),
    'tls-needed': (about) => ({
      title: 'The connection would not be encrypted',
      explanation: `${capital(place(about))} could only have been used without TLS, or TLS was tampered with on the way, so the password would have crossed the network for anyone to read. It was not sent.`,
      nextSteps: [
        {
          text: 'Set the encryption in the mail program: SSL/TLS for IMAP on port 993 and POP3 on port 995, STARTTLS for SMTP on port 587.',
        },
        rightSettings(about),
        {
          text: 'If the settings are right, something between you and the server removes the encryption: use another network, and check security programs that look into mail.',
        },
      ],
    }),
    'tls-not-spoken': (about) => ({
      title: 'The server does not speak TLS there',
      explanation: `The encrypted connection to ${place(about)} could not be set up: the other side answered with something that is not TLS. Usually the port belongs to another kind of encryption (STARTTLS in place of SSL/TLS) or to another service. The password was not sent.`,
      nextSteps: [
        rightSettings(about),
        { text: 'Check security programs and networks that look into encrypted connections.' },
      ],
    }),
    'certificate-untrusted': (about) => ({
      title: 'The server’s certificate is not to be trusted',
      explanation: `${capital(place(about))} showed a certificate that no authority trusted by this computer has signed. It may be a security program or a company network that opens encrypted connections, or someone posing as the server. The password was not sent.`,
      nextSteps: [
        {
          text: 'Use another network, and switch off “mail scanning” or “SSL scanning” in security programs to see whether it is them.',
        },
        { text: 'Do not accept the certificate in the mail program before you know whose it is.' },
      ],
    }),
    'certificate-wrong-name': (about) => ({
      title: 'The certificate belongs to another server',
      explanation: `${capital(place(about))} showed a certificate that does not name ${about.host ?? 'it'}. The server’s name is mistyped or out of date, or another server answers in its place. The password was not sent.`,
      nextSteps: [rightSettings(about), { text: 'If the name is right, use another network.' }],
    }),
    'certificate-expired': (about) => ({
      title: 'The server’s certificate is not valid at this time',
      explanation: `The certificate of ${about.host ?? 'the server'} has run out or is not valid yet. With Microsoft’s servers, the reason is nearly always a wrong clock on this computer, or a program in between. The password was not sent.`,
      nextSteps: [
        { text: 'Check date, time and time zone of this computer.' },
        { text: 'If they are right, use another network.' },
      ],
    }),
    'not-a-mail-server': (about) => ({
      title: `What answers there is not ${about.protocol === 'imap' ? 'an IMAP' : about.protocol === 'pop3' ? 'a POP3' : about.protocol === 'smtp' ? 'an SMTP' : 'a mail'} server`,
      explanation: `${capital(place(about))} answered, but not in the language of ${about.protocol ? protocolNames[about.protocol] : 'that mail protocol'}. Most likely the port is that of another service, or a login page of the network (hotel, café) answers in its place.`,
      nextSteps: [
        rightSettings(about),
        { text: 'On a guest network, open any page in a browser and sign in to the network first.' },
      ],
    }),
    'not-a-microsoft-address': (about) => ({
      title: 'This is not a Microsoft address',
      explanation: `The mail of ${about.address ?? 'this address'} does not go to Microsoft, as far as its domain tells, so its right settings are not known here.`,
      nextSteps: [
        { text: 'Check the spelling of the address.' },
        {
          text: 'If the mailbox is Microsoft’s all the same, name the settings that are in the mail program.',
          command: `sparekey check ${about.address ?? 'ADDRESS'} --using imap=outlook.office365.com:993/tls`,
        },
      ],
    }),
  },
}
