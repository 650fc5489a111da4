/** How a server broke its protocol: each problem, and what is said of it. */
type Said = { word?: string | number; status?: number }

export const protocolProblems = {
  'endless-talk': () => 'The server does not stop talking.',
  'command-failed': () => 'The server did not do as asked.',
  'command-refused': ({ word }: Said) => `The server refused ${word}.`,

  'no-answer-to-sign-in': ({ word }: Said) => `The server did not answer the sign-in as ${word} does.`,

  'no-pop3-reply': () => 'The server answered with something that is no POP3 reply.',
  'endless-listing': () => 'The server sent a listing without end.',
  'listing-unreadable': () => 'The server sent a listing that cannot be read.',
  'stat-unreadable': () => 'The server answered STAT without its two numbers.',
  'no-uidl': () =>
    'The server has no UIDL, which POP3 leaves open (RFC 1939, section 7). Without it no message has a name to ask for it by: use IMAP.',
  'uidl-unlike-list': () => 'The server names other messages by UIDL than by LIST.',

  'no-smtp': () => 'The server did not speak SMTP.',
  'no-smtp-reply': () => 'The server did not answer as SMTP does.',

  'no-http': ({ word }: Said) => `What answers there does not speak HTTP (${word}).`,
  'http-status': ({ status }: Said) => `The server answered with status ${status}.`,
  'answer-too-large': ({ word }: Said) => `The answer is larger than ${word} bytes.`,
  'graph-unclear': ({ status }: Said) => `Graph gave no clear answer (${status}).`,

  'identity-answer': ({ word }: Said) =>
    `The answer of Microsoft’s identity service is not what it should be (${word}).`,
  'other-sign-in': () => 'What Microsoft issued belongs to another sign-in.',
  'no-id-token': () => 'Microsoft did not say whose account this is: there is no id token.',
  'no-address': () => 'Microsoft did not say which address this account has.',
  'no-tenant': () => 'Microsoft did not say where this account lives.',
  'code-untypable': () => 'Microsoft gave a code that nobody could type.',
  'page-not-https': () => 'Microsoft gave a page that is no https page.',
} as const satisfies Record<string, (of: Said) => string>

/** What was not as the protocol has it. */
export type ProtocolProblem = keyof typeof protocolProblems
