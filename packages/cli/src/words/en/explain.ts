import type { ExplainWords } from '../explain.ts'

export const explain: ExplainWords = {
  explain: {
    recognised: {
      server: (protocol) =>
        `Recognised: the words of ${protocol === undefined ? 'the mail server' : `${protocol === 'POP3' ? 'a' : 'an'} ${protocol} server`}`,
      identity: () => 'Recognised: the words of Microsoft’s sign-in service',
      program: () => 'Recognised: the words of a mail program or device',
      bounce: () => 'Recognised: a delivery report',
    },
    alsoPossible: 'It may also be',
    otherRecipients: 'Other recipients',
    recipients: (shown) => `Recipients: ${shown.join(', ')}`,
    andOthers: (count) => `and ${count} more`,
  },
}
