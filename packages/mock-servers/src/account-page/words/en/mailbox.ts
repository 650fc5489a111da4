import type { MailboxWords } from '../words.ts'

export const mailbox: MailboxWords = {
  mail: {
    folders: 'Folders',
    messages: 'Messages',
    unread: (count) => `(${count} unread)`,
    unreadMark: 'Unread:',
    state: (messages, unread) =>
      messages === 0 ? 'No messages.' : `${messages === 1 ? '1 message' : `${messages} messages`}, ${unread} unread.`,
    noSubject: '(no subject)',
    noSender: '(no sender)',
    noRecipient: '(no recipient)',
    noText: 'This message has no text.',
    noFlags: 'none',
    pages: 'Pages',
    page: (number, of) => `Page ${number} of ${of}`,
    newer: 'Newer messages',
    older: 'Older messages',
    reload: 'Reload',
    reloadEvery: (seconds) => `Reload every ${seconds} seconds`,
    backTo: (folder) => `Back to ${folder}`,
    from: 'From',
    to: 'To',
    received: 'Received',
    flags: 'IMAP flags',
    frame: 'The message as its sender designed it; scripts, links and pictures from elsewhere do not work here',
    text: 'The message as plain text',
    headers: 'All header fields',
    source: 'Source of the message',
    attachments: 'Attachments',
    octets: (count) => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`),
  },
}
