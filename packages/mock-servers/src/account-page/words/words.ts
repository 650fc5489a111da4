/** Every text of the account page, by subject. A language has a file for each: a text that is missing does not compile. */
import type { AccountKind, Standing } from '../../directory/account.ts'
import type { AppPasswordRefused } from '../../directory/app-passwords.ts'
import type { OpenIdScope, Permission } from '../../tokens/scopes.ts'
import type { Protocol } from '../../directory/protocol.ts'
import type { SignIn } from '../../sign-in/journal.ts'
import type { RuleName } from '../../sign-in/rules.ts'
import type { NoticeName } from './notices.ts'

type Card = { title: string; explanation: string }

/** What is around every page, and the pages of trouble. */
export type PageWords = {
  layout: {
    site: string
    documentTitle: (page: string) => string
    problemTitle: (page: string) => string
    skip: string
    signedInAs: string
    signOut: string
    clock: string
    languages: string
    navigation: {
      label: string
      overview: string
      security: string
      mailSettings: string
      activity: string
      mail: string
    }
  }
  notices: Record<NoticeName, string>
  developer: { title: string; currentCode: string; secret: string; codeMeaning: string }
  switches: { on: string; off: string }
  formRefused: { title: string; reasons: Record<'too-large' | 'not-a-form' | 'foreign', string> }
  notFound: Card
  failed: { title: string; explanation: (error: string) => string }
}

/** The account and what mail programs need for it. */
export type AccountWords = {
  kinds: Record<AccountKind, string>
  standings: Record<Standing, string>
  protocolNames: Record<Protocol, string>
  overview: {
    welcome: string
    title: string
    pick: string
    noAccounts: string
    anotherAccount: string
    address: string
    aliases: string
    kind: string
    twoStep: string
    standing: string
  }
  mailPrograms: {
    title: string
    depends: string
    password: string
    appPassword: string
    oauthOnly: string
    off: string
    retired: string
  }
  mailSettings: { title: string; legend: string; switches: Record<Protocol, string>; submit: string }
}

/** Signing in to the account page. */
export type SignInWords = {
  signIn: {
    title: string
    address: string
    password: string
    submit: string
    refusals: Record<'unknown-account' | 'wrong-password' | 'app-password' | 'code-over', string>
  }
  code: {
    title: string
    explanation: (address: string) => string
    label: string
    hint: string
    wrong: string
    submit: string
  }
  goOn: { title: string; explanation: string; link: string }
}

/** Signing in a program: its code, and the consent it asks for. */
export type ProgramWords = {
  device: {
    title: string
    explanation: string
    phishing: string
    code: string
    wrong: string
    submit: string
    notAdmitted: (address: string, client: string) => string
    told: Record<'approved' | 'declined' | 'gone', string>
    again: string
  }
  consent: { title: string; gone: string }
  permissions: {
    asks: (client: string, address: string) => string
    can: Record<Permission, string>
    openId: Record<OpenIdScope, string>
    clientId: string
    yes: string
    no: string
    anotherAccount: string
  }
}

/** Two-step verification and the password. */
export type SecurityWords = {
  security: {
    title: string
    advanced: Card
    password: Card
    activity: Card
    everywhere: Card & { submit: string }
  }
  advanced: {
    title: string
    twoStep: { title: string; whileOn: string; whileOff: string; turnOn: string; turnOff: string }
  }
  password: {
    title: string
    explanation: string
    current: string
    wanted: string
    again: string
    submit: string
    problems: Record<'wrong' | 'empty' | 'too-long' | 'different', string>
  }
}

/** App passwords. */
export type AppPasswordWords = {
  appPasswords: {
    title: string
    explanation: string
    create: {
      title: string
      explanation: string
      useless: string
      twoStepFirst: string
      name: string
      nameHint: string
      defaultName: string
      submit: string
      refusals: Record<AppPasswordRefused['reason'], string>
    }
    created: {
      title: string
      use: (name: string) => string
      label: string
      once: string
      done: string
      gone: string
    }
    existing: string
    name: string
    createdAt: string
    lastUsedAt: string
    never: string
    remove: string
    removeThis: (name: string) => string
    removeAll: string
  }
}

/** Recent sign-ins. */
export type ActivityWords = {
  activity: {
    title: string
    none: string
    explanation: (most: number) => string
    outcomes: Record<SignIn['outcome'], string>
    reply: string
    reason: string
    because: Readonly<Record<RuleName, string>>
  }
}

/** The mailbox. */
export type MailboxWords = {
  mail: {
    folders: string
    messages: string
    unread: (count: number) => string
    unreadMark: string
    state: (messages: number, unread: number) => string
    noSubject: string
    noSender: string
    noRecipient: string
    noText: string
    noFlags: string
    pages: string
    page: (number: number, of: number) => string
    newer: string
    older: string
    reload: string
    reloadEvery: (seconds: number) => string
    backTo: (folder: string) => string
    from: string
    to: string
    received: string
    flags: string
    frame: string
    text: string
    headers: string
    source: string
    attachments: string
    octets: (count: number) => string
  }
}

export type Words = PageWords &
  AccountWords &
  SignInWords &
  ProgramWords &
  SecurityWords &
  AppPasswordWords &
  ActivityWords &
  MailboxWords
