import type { MessageProblem } from '@sparekey/core'
import type { MailWords } from '../mail.ts'

export const mail: MailWords = {
  mail: {
    sent: 'The message was accepted.',
    notSent: 'The message was not sent: the server accepted none of the recipients.',
    deliveryUnknown: 'The message may have been sent all the same. Look into the Sent folder before you send it again.',
    viaGraph: 'SMTP is switched off for this mailbox at Microsoft, so it went by Microsoft Graph instead.',
    sentTo: 'Recipients',
    rejected: 'Refused',
    serverSaid: 'The server said',
    noMessages: (folder) => `${folder} is empty.`,
    messageId: 'Message-ID',
    uid: 'UID',
    date: 'Date',
    from: 'From',
    to: 'To',
    cc: 'Cc',
    subject: 'Subject',
    noSubject: '(no subject)',
    noText: '(no text)',
    madeFromHtml: '(made from the HTML version)',
    attachments: 'Attachments',
    unnamed: '(no name)',
    units: { bytes: 'bytes', KB: 'KB', MB: 'MB', GB: 'GB' },
    unread: (mark) => `${mark} not read yet`,
    moreThanShown: (shown) => `The newest ${shown} are shown; --limit shows more.`,
  },
  problems: {
    'bad-message': (of) => messageProblems[of.problem],
    'folder-missing': ({ folder, folders = [] }) =>
      `There is no folder "${folder}".${folders.length === 0 ? '' : ` Those there are: ${folders.join(', ')}.`}`,
    'message-missing': (of) => `There is no message ${of.uid ?? '?'}. "sparekey list" shows those that are there.`,
    'message-refused': () => 'The server refused the message; nothing was sent.',
  },
}

const messageProblems: Readonly<Record<MessageProblem, string>> = {
  'no-header': 'This is no mail message: it does not begin with header fields.',
  'no-sender': 'The message has no sender: its From field holds no address.',
  'no-recipients': 'The message has no recipient: To, Cc and Bcc hold no address. Name one with --to, --cc or --bcc.',
  'too-many-recipients': 'The message has too many recipients: Microsoft takes 500 at most.',
  'too-large': 'The message is larger than any that Microsoft takes, and was not read to its end.',
  'too-complex':
    'The message cannot be shown: it is nested too deep, or its header is too long. --raw writes it as it is.',
}
