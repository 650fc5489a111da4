import type { AppPasswordWords } from '../words.ts'

export const appPasswords: AppPasswordWords = {
  appPasswords: {
    title: 'App passwords',
    explanation:
      'For programs and devices that cannot ask for a code. An app password takes the place of the normal password there.',
    create: {
      title: 'Create a new app password',
      explanation: 'It will be 16 lower-case letters, shown once. Make one for each program or device.',
      useless:
        'On the day the mock’s clock shows, the mail servers take no password any more, and no app password either. You can create one, but no mail program will get in with it.',
      twoStepFirst:
        'App passwords exist only while two-step verification is on, and it is off. Turn it on first; until then mail programs use the normal password.',
      name: 'What is it for?',
      nameHint: 'For you to tell them apart, such as “Outlook 2016”. May be left empty.',
      defaultName: 'App password',
      submit: 'Create',
      refusals: {
        'two-step-off':
          'Two-step verification was turned off in the meantime. Turn it on first, then create an app password.',
        'too-many':
          'This account has as many app passwords as it may. Remove one that is not used any more, then try again.',
      },
    },
    created: {
      title: 'Your app password',
      use: (name) =>
        `This is the app password for “${name}”. Type or paste it where the mail program asks for the password.`,
      label: 'App password',
      once: 'It is shown this one time. When you leave or reload this page, it is gone; then you can only create another.',
      done: 'Done',
      gone: 'There is no app password to show here: each is shown once, right after it was created. If you have lost it, remove it and create a new one.',
    },
    existing: 'Existing app passwords',
    name: 'For',
    createdAt: 'Created',
    lastUsedAt: 'Last used',
    never: 'Never',
    remove: 'Remove',
    removeThis: (name) => `Remove the app password for ${name}`,
    removeAll: 'Remove existing app passwords',
  },
}
