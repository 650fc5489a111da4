import type { PageWords } from '../words.ts'

export const page: PageWords = {
  layout: {
    site: 'Mock Microsoft account',
    documentTitle: (page) => `${page} – sparekey mock`,
    problemTitle: (page) => `Problem: ${page}`,
    skip: 'Skip to the content',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    clock: "The mock's clock shows",
    languages: 'Language',
    navigation: {
      label: 'Account',
      overview: 'Overview',
      security: 'Security',
      mailSettings: 'Mail settings',
      activity: 'Recent sign-ins',
      mail: 'Mailbox',
    },
  },
  notices: {
    'signed-out': 'You are signed out.',
    'signed-out-everywhere':
      'You are signed out everywhere. Mail programs that signed in with Microsoft must sign in anew.',
    'two-step-on':
      'Two-step verification is on. From now on mail programs are refused the normal password: create an app password for them below.',
    'two-step-off':
      'Two-step verification is off. Mail programs sign in with the normal password again; app passwords are no longer valid.',
    'app-passwords-removed': 'Removed. Mail programs that used it are refused from now on.',
    'password-changed': 'The password is changed. You are signed out everywhere else; app passwords stay as they are.',
    'mail-settings-saved': 'The mail settings are saved.',
  },
  developer: {
    title: 'Only in the mock',
    currentCode: 'Code at this moment',
    secret: 'Secret for an authenticator app',
    codeMeaning:
      "The code follows the mock's clock and changes every 30 seconds; the one before it and the one after it are taken, too. Reload to see the next.",
  },
  switches: { on: 'On', off: 'Off' },
  formRefused: {
    title: 'The form was not taken',
    reasons: {
      'too-large': 'What was sent is too large for any form here. Nothing was changed.',
      'not-a-form': 'What was sent is not a form of this page. Nothing was changed.',
      foreign:
        'The form is from before you signed in or out, from another site, or your browser keeps no cookies. Nothing was changed. Go back, reload the page and send it again.',
    },
  },
  notFound: {
    title: 'Nothing here',
    explanation: 'There is no such page, or what was here is gone. Choose another from the menu.',
  },
  failed: {
    title: 'A bug in the mock',
    explanation: (error) => `Something unexpected happened (${error}). Please report what led to it.`,
  },
}
