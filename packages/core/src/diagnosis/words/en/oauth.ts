import { pageFor, pages, webMail } from '../parts.ts'
import type { OauthWords } from '../words.ts'
import { administrator, byKind, forKind, signInAgain } from './phrases.ts'

export const oauth: OauthWords = {
  'sign-in-declined': (about) => ({
    title: 'The sign-in was cancelled on Microsoft’s page',
    explanation:
      'On Microsoft’s page the program was not given permission: somebody chose “Cancel” or “No”. Nothing has changed; no password and no token was kept.',
    nextSteps: [
      { text: 'If that was not meant, start again and choose “Accept” on the page.' },
      signInAgain(about),
      {
        text: 'If it was not you who declined, change your password.',
        ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
      },
    ],
  }),
  'sign-in-timeout': (about) => ({
    title: 'The sign-in was not finished in time',
    explanation:
      'The program waited for somebody to sign in on Microsoft’s page, and nobody did before the time was over. A device code expires after 15 minutes. Nothing has changed.',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'Start again, and finish the sign-in in the browser; an old code is no longer valid.',
      },
    ],
  }),
  'sign-in-again': (about) => ({
    title: 'Microsoft wants you to sign in again yourself',
    explanation:
      'Without you Microsoft issues no further token: it asks for a second step, for security information that is still missing, or for a new password. A program cannot do that for you.',
    nextSteps: [
      { ...signInAgain(about), text: 'Sign in with Microsoft again, and do what the page asks for.' },
      {
        text: 'If it asks for a second step that is not set up yet, set it up first.',
        ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
      },
    ],
  }),
  'consent-missing': (about) => ({
    title: 'The program lacks a permission',
    explanation: `Microsoft gave no token for this purpose, because the program has not been permitted to do it. ${byKind(about, 'With a personal account you permit it yourself, on the page on which you sign in.', 'In an organization some programs can be permitted by you, others by the administrator only; then the page says “Need admin approval”.')}`,
    nextSteps: [
      { ...signInAgain(about), text: 'Sign in with Microsoft again, and accept every permission the page lists.' },
      ...forKind(
        about,
        [],
        [
          administrator(
            'permit the program, if the page says “Need admin approval”: in the Microsoft Entra admin center under Enterprise applications > the program > Permissions > Grant admin consent.',
            pages.entraAdminCenter,
          ),
        ],
      ),
    ],
  }),
  'account-not-admitted': (about) => ({
    title: 'This account cannot sign in here',
    explanation: `The account and the place where it signs in do not go together. ${byKind(about, 'A personal account was used where only accounts of organizations may sign in, or at an organization it does not belong to.', 'A work or school account was used where only personal ones may sign in, at another organization, or in another of Microsoft’s clouds (21Vianet in China, US Government); or the address or the organization’s name is mistyped.')}`,
    nextSteps: [
      {
        text: 'On Microsoft’s page, choose “Use another account”, and sign in with the account whose mailbox is meant.',
      },
      signInAgain(about),
      {
        text: 'If the program asks for a “tenant”, enter “common”, for a personal account “consumers”, or your organization’s own domain.',
      },
    ],
  }),
  'device-code-blocked': (about) => ({
    title: 'Signing in with a device code is not allowed here',
    explanation: `You signed in, and a policy then refused the sign-in because it was made with a device code, as printers, NAS boxes and programs without a browser do. ${byKind(about, 'With a personal account Microsoft itself may refuse it.', 'Many organizations have the policy “Block device code flow”, which Microsoft has been adding to them since 2025.')}`,
    nextSteps: [
      {
        text: 'Sign in with the browser of the same computer instead.',
        command: `sparekey login ${about.address ?? 'ADDRESS'} --oauth browser`,
      },
      ...forKind(
        about,
        [{ text: 'If that is refused too, see in a browser whether the account opens.', ...webMail('personal') }],
        [
          administrator(
            'exempt you or this device from the policy that blocks the device code flow (Conditional Access > Authentication flows), if it has no browser.',
            pages.entraAdminCenter,
          ),
        ],
      ),
    ],
  }),
  'clock-wrong': () => ({
    title: 'The clock of this computer is wrong',
    explanation:
      'What Microsoft issued a moment ago is not valid yet, or not any more, by the clock of this computer. Tokens are valid for about an hour, so the clock must be right to within a few minutes.',
    nextSteps: [
      { text: 'Set date, time and time zone of this computer; best let it fetch the time from the internet.' },
      { text: 'Then start again.' },
    ],
  }),
}
