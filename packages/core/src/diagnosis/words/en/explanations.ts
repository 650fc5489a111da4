import { run } from '../parts.ts'
import type { ExplanationWords } from '../words.ts'
import { webMailStep } from './phrases.ts'

export const explanations: ExplanationWords = {
  'plain-refusal': (about) => ({
    title: 'The sign-in was refused, and the text does not say why',
    explanation:
      'Microsoft says the same for a wrong password, for passwords that are no longer taken, for a missing app password, and for a protocol that is switched off. Which it is depends on the kind of account and on the day.',
    nextSteps: [
      {
        text: 'Check the account: with the address and the password the cause can be told.',
        ...run(about, 'check'),
      },
      {
        text: 'Or give the mail address and the day together with the text.',
        command: `sparekey explain --account ${about.address ?? 'ADDRESS'} --as-of DATE TEXT`,
      },
      webMailStep(about),
    ],
  }),
  ambiguous: (about) => ({
    title: 'The text fits several causes',
    explanation:
      'Programs show this for many unlike failures: the network, the server’s name, the encryption or the sign-in. The text alone does not tell which it was.',
    nextSteps: [
      {
        text: 'Check the account: network, encryption and sign-in are then tried one after the other.',
        ...run(about, 'check'),
      },
      {
        text: 'Or look in the program for the server’s own sentence (“Details”, “Show log”, “Activity”), and have that explained.',
      },
    ],
  }),
  'not-recognised': (about) => ({
    title: 'Nothing in this text is known',
    explanation:
      'No sentence of Microsoft’s servers, no number and no message of a known mail program was found in it. That does not mean that nothing is wrong.',
    nextSteps: [
      {
        text: 'Give the text in full, with the lines before and after it, in the language the program shows it in.',
      },
      { text: 'Of a returned message, give the whole of it, as a file.', command: 'sparekey explain --eml FILE' },
      { text: 'Or check the account.', ...run(about, 'check') },
    ],
  }),
}
