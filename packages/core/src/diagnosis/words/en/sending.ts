import { identity, pages } from '../parts.ts'
import type { SendingWords } from '../words.ts'
import { administrator, byKind, checkAgain, forKind, rightSettings } from './phrases.ts'

export const sending: SendingWords = {
  'sender-not-allowed': (about) => ({
    title: 'The sender’s address is not one of this account’s',
    explanation: `Signing in worked, but the message’s From address belongs neither to the account${about.address ? ` ${about.address}` : ''} nor to its aliases, so Microsoft refused to send it (“SendAsDenied”).`,
    nextSteps: [
      { text: 'Use the address you signed in with as the sender (From) of the message.' },
      ...forKind(
        about,
        [
          {
            text: 'To send as another address of your own, first add it to your account as an alias.',
            url: pages.security,
          },
        ],
        [
          administrator(
            `give you the right to send as the other mailbox: “Add-RecipientPermission -Identity MAILBOX -Trustee ${identity(about)} -AccessRights SendAs” in Exchange Online PowerShell.`,
          ),
        ],
      ),
    ],
  }),
  'sender-unverified': (about) => ({
    title: 'Microsoft wants you to verify the account before it sends more',
    explanation:
      'Signing in worked, but Microsoft’s spam protection refused the message: the account is new or has not been verified, or it has sent more than Microsoft allows it for now. Password and settings are right.',
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'Sign in on the web, send a message there, and do what Microsoft asks for, such as entering a code from a text message.',
            url: pages.webMail,
          },
        ],
        [
          administrator(
            'see whether the account is restricted from sending, and release it.',
            pages.restrictedEntities,
          ),
        ],
      ),
      { text: 'Then wait a day, and send fewer messages at a time; the limit rises with use.' },
    ],
  }),
  'sender-restricted': (about) => ({
    title: 'Microsoft has stopped this account from sending',
    explanation:
      'Microsoft took the messages of this account for spam and lets it send no more (“bad outbound sender”). Often somebody else has been sending with its password. Receiving still works.',
    nextSteps: [
      {
        text: 'Change the password first, and look for forwarding and inbox rules that you did not make.',
        ...(about.account === 'personal' && { url: pages.security }),
      },
      ...forKind(
        about,
        [{ text: 'Sign in on the web and do what Microsoft asks for to unblock sending.', url: pages.webMail }],
        [
          administrator(
            'release the account on the page “Restricted entities” of the Microsoft Defender portal; it sends again within about an hour.',
            pages.restrictedEntities,
          ),
        ],
      ),
    ],
  }),
  'tenant-restricted': (about) => ({
    title: 'Microsoft does not take mail from this organization or server',
    explanation: `The server refuses everything that this organization or this server sends, not this one message: too much of it looked like spam, the organization is new, or it sends from a domain that it has not registered. ${byKind(about, 'A personal account meets this when its mail passes through somebody else’s server.', 'Password and settings of a mailbox play no part in it.')}`,
    nextSteps: forKind(
      about,
      [
        {
          text: 'Send straight through Microsoft’s server for your address, without another server in between.',
        },
        rightSettings(about),
      ],
      [
        administrator('look for accounts and connectors that send spam, and to secure them.', pages.restrictedEntities),
        administrator(
          'add the sending domain to the organization, if the sentence says “unregistered domains” (Settings > Domains).',
          pages.adminCenter,
        ),
        administrator(
          'have Microsoft’s support lift the restriction, naming the sentence and its number: nobody else can.',
          pages.adminCenter,
        ),
      ],
    ),
  }),
  'quota-exceeded': (about) => ({
    title: 'The account has sent as much as it may for now',
    explanation: `The message was refused because a sending limit is used up. ${byKind(about, 'A personal account may send to a limited number of recipients a day, a new one to far fewer.', 'A mailbox of an organization may send to 10,000 recipients a day, and organizations on trial to far fewer.')} Neither password nor settings are the reason.`,
    nextSteps: [
      {
        text: 'Wait: the limit counts the last 24 hours, so sending works again bit by bit, by tomorrow at the latest.',
      },
      { text: 'Send more slowly and to fewer recipients; for newsletters use a service made for them.' },
      {
        text: 'If you did not send that much, somebody else may be using the account: change the password.',
        ...(about.account === 'personal' && { url: pages.security }),
      },
    ],
  }),
  'too-many-recipients': () => ({
    title: 'The message has too many recipients',
    explanation:
      'The server takes only so many recipients for one message, and refused those beyond that. To, Cc and Bcc count together.',
    nextSteps: [
      {
        text: 'Divide the recipients among several messages. Those who were accepted may have it already: leave them out.',
      },
      { text: 'For a group you write to often, use a distribution list, which counts as one recipient.' },
    ],
  }),
  'message-too-large': () => ({
    title: 'The message is too large',
    explanation:
      'The server refused the message for its size: larger than the sender may send or the recipient may receive. Attachments grow by about a third on the way.',
    nextSteps: [
      { text: 'Make the attachments smaller, or divide them among several messages.' },
      { text: 'Or put the file into OneDrive or a similar place, and send the link.' },
    ],
  }),
  'relay-refused': (about) => ({
    title: 'The server does not pass this message on',
    explanation:
      'The server was asked to deliver to a recipient of another organization and does that for nobody who has not signed in, or not at this server. Most often the program sends to the server that receives mail for the domain (port 25), or does not sign in.',
    nextSteps: [
      {
        text: 'As outgoing server enter Microsoft’s submission server with port 587 and STARTTLS, not the name from the domain’s MX record.',
      },
      rightSettings(about),
      { text: 'Switch on “My outgoing server (SMTP) requires authentication”, with user name and password.' },
      ...forKind(
        about,
        [],
        [
          administrator(
            'make a connector in Exchange Online for the device’s address, if it cannot sign in at all.',
            pages.adminCenter,
          ),
        ],
      ),
      checkAgain(about),
    ],
  }),
}
