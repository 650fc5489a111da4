/** Every text of the command line, by kind. A language is an object of this type: a text that is missing does not compile. */
import type { AccountKind, Authentication, Certainty, ProbeWord, Protocol, Security, StepName } from '@sparekey/core'
import type { FileMistake, ProblemDetails } from './failures.ts'

export type CommandName =
  | 'settings'
  | 'check'
  | 'explain'
  | 'send'
  | 'list'
  | 'read'
  | 'login'
  | 'logout'
  | 'accounts'
  | 'token'
  | 'mock'
  | 'demo'
type ArgumentName = 'ADDRESS' | 'CODE' | 'UID'

/** How an account signs in, and where its secret is kept. */
type SignIn = 'oauth' | 'app-password'
type Store = 'keyring' | 'file'

type GlobalFlagName =
  | '--json'
  | '--lang'
  | '--no-color'
  | '--no-input'
  | '--quiet'
  | '--verbose'
  | '--servers'
  | '--allow-remote-servers'
  | '--timeout'
  | '--help'
  | '--version'

/** Failures that leave a person with something to do that does not fit into the sentence. */
type RemediedName = 'account-missing' | 'client-id-missing' | 'message-refused' | 'no-token'

type FlagName =
  | 'protocol'
  | 'asOf'
  | 'mockAsOf'
  | 'passwordStdin'
  | 'noSignIn'
  | 'using'
  | 'from'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'subject'
  | 'text'
  | 'html'
  | 'attach'
  | 'eml'
  | 'account'
  | 'sendAccount'
  | 'mailProtocol'
  | 'folder'
  | 'limit'
  | 'raw'
  | 'appPassword'
  | 'appPasswordStdin'
  | 'oauth'
  | 'clientId'
  | 'store'
  | 'config'
  | 'host'
  | 'port'
  | 'write'
  | 'advertise'
  | 'allowHost'

export type Words = {
  help: {
    tagline: string
    usage: string
    commands: string
    arguments: string
    flags: string
    globalFlags: string
    examples: string
    /** Placeholders of the usage line. */
    anyFlags: string
    anyCommand: string
    required: string
    repeatable: string
    defaultIs: (value: string) => string
    /** What is said of a flag, and the remarks on it. */
    withRemarks: (text: string, remarks: readonly string[]) => string
    more: string
  }
  commands: Record<CommandName, { brief: string; description: readonly string[] }>
  arguments: Record<ArgumentName, string>
  flags: Record<FlagName, string>
  globals: Record<GlobalFlagName, string>
  usage: {
    noCommand: string
    flagBeforeCommand: (flag: string) => string
    unknownCommand: (input: string, similar: readonly string[]) => string
    unknownFlag: (flag: string, similar: readonly string[]) => string
    secretOnCommandLine: string
    valueMissing: (flag: string) => string
    valueUnexpected: (flag: string) => string
    repeated: (flag: string) => string
    argumentMissing: (name: string) => string
    tooManyArguments: (expected: number) => string
    badChoice: (flag: string, input: string, choices: readonly string[]) => string
    badValue: (flag: string, reason: string) => string
    badLanguage: (input: string) => string
    badTimeout: (input: string) => string
    notADate: (input: string) => string
    notACount: (input: string) => string
    notAPort: (input: string) => string
    notAHost: (input: string) => string
    noPortName: (name: string) => string
    passwordAndTextFromStdin: string
    emlStandsAlone: (flag: string) => string
    notTogether: (flag: string, other: string) => string
    nothingToSend: string
    noRecipient: string
    onlyInbox: string
    rawIsNotJson: string
    unknownFinding: (input: string, similar: readonly string[]) => string
    seeHelp: (command: string) => string
  }
  /** Failures whose words are the command line's own; those that are findings have core's. */
  problems: { [C in keyof ProblemDetails]: (of: ProblemDetails[C]) => string }
  fileMistakes: Record<FileMistake['code'], (path: string) => string>
  remedies: { [C in RemediedName]: (of: ProblemDetails[C]) => readonly string[] }
  words: {
    account: Record<AccountKind, string>
    security: Record<Security, string>
    authentication: Record<Authentication, string>
    certainty: Record<Certainty, string>
    step: Record<StepName, string>
    /** What stopped a step where the server said nothing. */
    trouble: Record<ProbeWord, string>
    outcome: Record<'ok' | 'failed' | 'skipped', string>
    field: Record<'host' | 'port' | 'security' | 'spa' | 'authentication' | 'username', string>
    on: string
    off: string
    /** How the account kind became known; empty where it goes without saying. */
    source: Record<'domain' | 'mx' | 'servers-file', string>
  }
  settings: {
    heading: Record<Protocol, string>
    server: string
    port: string
    encryption: string
    userName: string
    signInWith: string
    spa: string
    smtpAuthentication: string
    asOf: (date: string) => string
    passwordHint: string
    oauthHint: string
  }
  check: {
    passwordPrompt: (address: string) => string
    quote: (words: string) => string
    certainty: (word: string) => string
    now: string
    right: string
    nextSteps: string
    explain: (code: string) => string
    milliseconds: (ms: number) => string
  }
  mail: {
    sent: string
    notSent: string
    /** The connection ended between the last byte and the server's answer. */
    deliveryUnknown: string
    viaGraph: string
    sentTo: string
    rejected: string
    serverSaid: string
    noMessages: (folder: string) => string
    messageId: string
    uid: string
    date: string
    from: string
    to: string
    cc: string
    subject: string
    noSubject: string
    noText: string
    madeFromHtml: string
    attachments: string
    unnamed: string
    bytes: (count: string) => string
    moreThanShown: (shown: number) => string
  }
  mock: {
    ready: (asOf: string) => string
    address: string
    account: string
    password: string
    mapWritten: (path: string) => string
    mapHint: string
    portal: string
    api: string
    stop: string
    stopping: string
    notOnlyLocal: (host: string) => string
  }
  map: { using: (path: string) => string }
  login: {
    /** Why this way is taken; `doors` are the protocols that still take a password. */
    why: Record<
      'passwords-refused' | 'opens-all' | 'passwords-only' | 'password-opens-some' | 'password-opens-all',
      (asOf: string, doors: string) => string
    >
    openPage: string
    enterCode: string
    codeLife: (minutes: number) => string
    waiting: string
    opening: string
    noBrowser: string
    appPasswordPrompt: (address: string) => string
    normalPassword: string
    otherName: (typed: string, address: string) => string
    inFile: (folder: string) => string
    signedIn: Record<SignIn, (address: string) => string>
    letIn: string
    notLetIn: (reason: string) => string
    notTried: string
  }
  accounts: {
    none: string
    address: string
    signsIn: string
    keptIn: string
    since: string
    signIn: Record<SignIn, string>
    store: Record<Store, string>
    signedOut: (address: string) => string
    /** What signing out here does not end. */
    staysValid: Record<SignIn, string>
  }
  demo: {
    title: string
    intro: (address: string, asOf: string) => string
    /** The six steps of docs/reference/story.md: a heading and what is told under it. */
    steps: readonly [string, string, string, string, string, string]
    told: readonly [string, string, string, string, string, string]
    appPassword: (password: string) => string
    sent: (octets: string) => string
    same: (door: string) => string
    different: (door: string) => string
    missing: (door: string) => string
    today: { password: (asOf: string) => string; appPassword: string; shown: (code: string, page: string) => string }
    notAsTold: string
    end: (seconds: string) => string
    failed: string
    next: string
  }
}
