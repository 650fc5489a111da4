import { pages, webMail } from '../parts.ts'
import type { DeliveryWords } from '../words.ts'
import { administrator, forKind } from './phrases.ts'

export const delivery: DeliveryWords = {
  'mailbox-full': (about) =>
    about.side === 'recipient'
      ? {
          title: 'The recipient’s mailbox is full',
          explanation:
            'Your message was sent, but the mailbox it went to has no room left, so it was not delivered. Nothing is wrong with your account or your program.',
          nextSteps: [
            { text: 'Tell the recipient in another way, such as by telephone, to make room.' },
            { text: 'Then send the message once more.' },
          ],
        }
      : {
          title: 'The mailbox is full',
          explanation: `There is no room left in ${about.side === 'sender' ? 'your mailbox, and a copy of every sent message is kept there' : 'the mailbox: in your own, if your program showed this when it sent, or in the recipient’s, if a message came back'}. Password and settings are not the reason.`,
          nextSteps: [
            {
              text: 'In your own mailbox, delete large messages and empty “Deleted items”; on the web, “Storage” in the settings shows what takes up the room.',
              ...webMail(about.account),
            },
            ...(about.side === 'sender'
              ? []
              : [{ text: 'If it is the recipient’s, tell them in another way, and send the message again later.' }]),
            ...forKind(about, [], [administrator('enlarge the mailbox or switch on its archive.')]),
          ],
        },
  'recipient-refused': () => ({
    title: 'The recipient’s address was refused',
    explanation:
      'The server that receives the recipient’s mail refuses this address: there is no such mailbox, or it takes no mail from you, for instance only from its own organization. Your own sign-in, password and settings are not the reason.',
    nextSteps: [
      {
        text: 'Check the address letter by letter. If the program offered it while you typed, delete that suggestion and type it in full.',
      },
      { text: 'Ask the recipient in another way whether the address is right and may receive mail from outside.' },
    ],
  }),
  'recipient-unreachable': () => ({
    title: 'The recipient’s server cannot be reached',
    explanation:
      'Microsoft took your message but could not hand it on: the server of the recipient’s domain does not answer, or its name cannot be looked up. A report that says “delayed” is not a failure yet: Microsoft goes on trying, usually for a day.',
    nextSteps: [
      { text: 'Check what stands after the @ of the recipient’s address.' },
      { text: 'If the message is only delayed, do not send it again: wait for the next report.' },
      { text: 'If it has failed, tell the recipient in another way: only whoever runs their mail server can fix it.' },
    ],
  }),
  'sender-distrusted': (about) => ({
    title: 'The recipient’s side does not trust the sending server or domain',
    explanation:
      'The receiving server refuses mail from this server or domain, whoever sends it: the server’s address is on a list of spam senders, or the domain fails the checks that prove who sends (SPF, DKIM, DMARC). It has nothing to do with passwords, and the recipient’s address may well be right.',
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'Send from your address only through Microsoft’s own server for it: from any other server the checks fail.',
          },
        ],
        [
          administrator(
            'make sure that SPF, DKIM and DMARC of the sending domain name every server that sends for it.',
            pages.adminCenter,
          ),
        ],
      ),
      {
        text: 'If the sentence says that an IP address is banned or blocked (5.7.606 to 5.7.649), whoever runs that server can have it taken off the list at sender.office.com.',
        url: pages.delist,
      },
      { text: 'In the meantime reach the recipient in another way, or from an address elsewhere.' },
    ],
  }),
}
