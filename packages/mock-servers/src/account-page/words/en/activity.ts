import { because } from '../../../sign-in/because.ts'
import type { ActivityWords } from '../words.ts'

export const activity: ActivityWords = {
  activity: {
    title: 'Recent sign-ins',
    none: 'No mail program has tried to sign in to this account yet.',
    explanation: (most) =>
      `The last ${most} sign-ins of mail programs, newest first: the words Microsoft’s servers use, and the reason they do not tell.`,
    outcomes: { accepted: 'Accepted', refused: 'Refused' },
    reply: 'Microsoft’s words',
    reason: 'The mock’s reason',
    because,
  },
}
