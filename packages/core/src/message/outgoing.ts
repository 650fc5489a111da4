/** What goes over SMTP: the bytes of DATA without dot-stuffing, and the envelope (RFC 5321, section 2.3.1). */
export type OutgoingMessage = {
  raw: Buffer
  envelope: Envelope
  /** With angle brackets; `null` if the message has none and the server is left to give it one. */
  messageId: string | null
}

/** Who a message is from, and who gets it, whatever stands in its header. */
export type Envelope = { from: string; to: string[] }

/** Recipients of one message: Microsoft takes at most 500. */
export const maxRecipients = 500
