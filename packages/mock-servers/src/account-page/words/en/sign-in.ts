import type { SignInWords } from '../words.ts'

export const signIn: SignInWords = {
  signIn: {
    title: 'Sign in',
    address: 'Address',
    password: 'Password',
    submit: 'Sign in',
    refusals: {
      'unknown-account': 'No account of this mock has that address. Check it, or pick one from the list below.',
      'wrong-password': 'That is not the password of this account. Try again.',
      'app-password':
        'That is an app password. App passwords are for mail programs only: sign in here with the account’s own password.',
      'code-over':
        'The sign-in was not finished in time, or the code was wrong too often. Start again with the password.',
    },
  },
  code: {
    title: 'Enter the code',
    explanation: (address) =>
      `Two-step verification is on for ${address}. Type the code that the authenticator app shows.`,
    label: 'Code',
    hint: 'Six digits',
    wrong: 'That is not the code of this moment. Look at the current one and try again.',
    submit: 'Verify',
  },
  goOn: {
    title: 'Going on',
    explanation: 'You are being taken back to the program that asked you to sign in.',
    link: 'Go on now',
  },
}
