import type { SecurityWords } from '../words.ts'

export const security: SecurityWords = {
  security: {
    title: 'Security',
    advanced: {
      title: 'Advanced security options',
      explanation: 'Two-step verification and app passwords.',
    },
    password: {
      title: 'Change password',
      explanation: 'The password you sign in with.',
    },
    activity: {
      title: 'Recent sign-ins',
      explanation: 'Which mail programs signed in, which were refused, and why.',
    },
    everywhere: {
      title: 'Sign out everywhere',
      explanation:
        'Ends every session in a browser and every sign-in of a mail program with Microsoft. Passwords and app passwords stay as they are.',
      submit: 'Sign me out everywhere',
    },
  },
  advanced: {
    title: 'Advanced security options',
    twoStep: {
      title: 'Two-step verification',
      whileOn:
        'Signing in here takes the password and a code. Mail programs cannot ask for a code: they are refused the normal password and need an app password. Once it is turned off, no app password is valid any more.',
      whileOff:
        'Signing in takes only the password, here and in mail programs. Turning it on keeps mail programs out until they have an app password.',
      turnOn: 'Turn on two-step verification',
      turnOff: 'Turn off two-step verification',
    },
  },
  password: {
    title: 'Change password',
    explanation:
      'A new password signs you out everywhere else and ends every mail program’s sign-in with Microsoft. App passwords stay as they are: remove them under Advanced security options if they should go, too.',
    current: 'Current password',
    wanted: 'New password',
    again: 'New password, once more',
    submit: 'Change the password',
    problems: {
      wrong: 'That is not the current password. Nothing was changed.',
      empty: 'The new password is empty. Type one.',
      'too-long': 'The new password is longer than 1024 characters. Choose a shorter one.',
      different: 'The two new passwords are not the same. Type it twice alike.',
    },
  },
}
