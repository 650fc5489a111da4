import type { ProgramKind } from '@sparekey/core'
import type { Group } from './groups.ts'
import type { Section } from './sections.ts'

/** The texts of the pages, by subject: the shape. The texts of findings are core's and stand nowhere here. */
export type Words = {
  frame: FrameWords
  home: HomeWords
  explain: ExplainWords
  settings: SettingsWords
  findings: FindingWords
  programs: ProgramWords
  replies: ReplyWords
  numbers: NumberWords
  guides: GuideWords
}

/** A page's own title and what a search result shows below it. */
type Head = { title: string; description: string }

export type FrameWords = {
  site: string
  skip: string
  home: string
  navigation: string
  language: string
  trail: string
  contents: string
  sections: Record<Section, string>
  privacy: string
  evidence: string
  legal: string
  copy: string
  copied: string
  /** After a link's text, for a page of somebody else's. */
  elsewhere: string
}

export type HomeWords = Head & {
  heading: string
  lead: string
  paste: string
  findSettings: string
  /** The picture beside the lead: a refusal, and what it means. */
  picture: { caption: string; says: string; means: string; meaning: string; next: string }
  who: string
  cards: readonly { path: string; title: string; text: string }[]
  story: string
  storyLead: string
  events: readonly { day: string; title: string; text: string }[]
  frequent: string
  allFindings: string
  program: string
  programText: string
}

export type ExplainWords = Head & {
  lead: string
  privacy: string
  label: string
  hint: string
  more: string
  moreHint: string
  account: string
  day: string
  program: string
  anyProgram: string
  explain: string
  clear: string
  examples: string
  withoutScript: string
  heading: string
  nothing: string
  recognised: string
  kinds: Record<'server' | 'identity' | 'program' | 'bounce', string>
  certainty: Record<'certain' | 'likely' | 'possible', string>
  steps: string
  recipients: string
  also: string
  page: string
}

export type SettingsWords = Head & {
  lead: string
  privacy: string
  address: string
  addressHint: string
  day: string
  dayHint: string
  kind: string
  kinds: Record<'personal' | 'work', string>
  kindHint: string
  notAnAddress: string
  show: string
  heading: string
  from: (day: string) => string
  between: (day: string, next: string) => string
  until: (day: string) => string
  allTables: string
  allTablesLead: string
  protocols: Record<'pop3' | 'imap' | 'smtp', string>
  fields: Record<
    'host' | 'port' | 'security' | 'authentication' | 'username' | 'spa' | 'authenticationRequired',
    string
  >
  security: Record<'tls' | 'starttls' | 'none', string>
  authentication: Record<'password' | 'oauth2', string>
  separator: string
  yourAddress: string
  off: string
  on: string
  passwordsEnded: string
  rollOut: (from: string, until: string) => string
}

export type FindingWords = Head & {
  lead: string
  groups: Record<Group, string>
  code: string
  whatToDo: string
  personal: string
  work: string
  sentences: string
  numbers: string
  commandLine: string
  commandLineText: string
}

export type ProgramWords = Head & {
  lead: string
  describe: (name: string) => string
  pageTitle: (name: string) => string
  kinds: Record<ProgramKind, string>
  canIt: string
  name: string
  version: string
  receivingImap: string
  receivingPop: string
  sending: string
  personal: string
  work: string
  answers: Record<'yes' | 'no' | 'unknown' | 'absent', string>
  everyVersion: string
  since: (version: string) => string
  before: (version: string) => string
  where: string
  file: string
  messages: string
  evidence: string
  seen: (day: string) => string
  whatNow: string
  paste: string
  unknownNote: string
  absentNote: string
  noOauth: string
  canOauth: string
  canPresent: string
  tryIt: string
  commandLine: string
}

export type ReplyWords = Head & {
  lead: string
  paste: string
  services: Record<'pop3' | 'imap' | 'smtp' | 'identity', string>
  pageTitle: (quote: string) => string
  describe: (quote: string, meaning: string) => string
  saidBy: string
  when: string
  phases: Record<'I' | 'II' | 'III', string>
  always: string
  example: string
  means: string
  whatToDo: string
  full: string
  confidence: string
  bases: Record<'official' | 'announced' | 'seen' | 'assumed', string>
  sources: string
  undated: string
  /** What a source without a page is called, by what the evidence calls it. */
  withoutPage: (name: string) => string
  row: string
  numbers: string
  numbersText: string
}

export type NumberWords = Head & {
  lead: string
  pageTitle: (number: string, meaning: string) => string
  describe: (number: string, meaning: string) => string
  name: string
  means: string
  whatToDo: string
  full: string
  sources: string
  number: string
  meaning: string
}

export type GuideWords = Head & {
  lead: string
  twoStep: Head
  devices: Head
  administrators: Head
  developers: Head
}
