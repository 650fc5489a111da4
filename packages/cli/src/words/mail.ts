import type { Problems } from './failures.ts'

/** Messages: sent, listed, read, refused. */
export type MailWords = {
  mail: {
    sent: string
    notSent: string
    /** The connection ended between the last byte and the server's answer. */
    deliveryUnknown: string
    viaGraph: string
    sentTo: string
    rejected: string
    serverSaid: string
    noMessages: (folder: string) => string
    messageId: string
    uid: string
    date: string
    from: string
    to: string
    cc: string
    subject: string
    noSubject: string
    noText: string
    madeFromHtml: string
    attachments: string
    unnamed: string
    units: Record<'bytes' | 'KB' | 'MB' | 'GB', string>
    /** What the mark in front of a message means. */
    unread: (mark: string) => string
    moreThanShown: (shown: number) => string
  }
} & Problems<'bad-message' | 'folder-missing' | 'message-missing' | 'message-refused'>
