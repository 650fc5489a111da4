/** Microsoft's words on IMAP while nothing is refused: greeting, capability lines, completions, and what comes before them. */
import { type FrontEnd, frontEnd } from '../sign-in/calendar.ts'
import { encodedFrontend, type VoiceContext } from './context.ts'
import { fill, texts, type Said } from './said.ts'

/** Whole lines. */
export const lines = {
  greeting: { text: '* OK The Microsoft Exchange IMAP4 service is ready. [{base64Frontend}]', evidence: 'MS-IMAP-01' },
  exists: { text: '* {exists} EXISTS', evidence: 'MS-IMAP-44' },
  recent: { text: '* {recent} RECENT', evidence: 'MS-IMAP-44' },
  flags: { text: '* FLAGS ({flags})', evidence: 'MS-IMAP-44' },
  permanentFlags: { text: '* OK [PERMANENTFLAGS ({flags})] Permanent flags', evidence: 'MS-IMAP-44' },
  unseen: { text: '* OK [UNSEEN {unseen}] Is the first unseen message', evidence: 'MS-IMAP-44' },
  uidValidity: { text: '* OK [UIDVALIDITY {uidValidity}] UIDVALIDITY value', evidence: 'MS-IMAP-44' },
  uidNext: { text: '* OK [UIDNEXT {uidNext}] The next unique identifier value', evidence: 'MS-IMAP-44' },
  /** A space follows the closing parenthesis. */
  status: { text: '* STATUS {name} ({items}) ', evidence: 'MS-IMAP-47' },
  /** A bare plus for AUTHENTICATE, without a space. */
  challenge: { text: '+', evidence: 'MS-IMAP-16' },
  /** Assumed: RFC 3501's own example with Microsoft's full stop. */
  literal: { text: '+ Ready for additional command text.', evidence: 'RFC 3501, section 7.5' },
  idling: { text: '+ IDLE accepted, awaiting DONE command.', evidence: 'MS-IMAP-49' },
  /** For APPEND. */
  keywords: { text: '* NO Keywords are not supported!', evidence: 'MS-IMAP-48' },
} as const satisfies Record<string, Said>

/** What is sent on the way to a completion. */
export const remarks = texts(lines)

export function greeting({ frontend }: VoiceContext): string {
  return fill(lines.greeting, { base64Frontend: encodedFrontend(frontend) })
}

/** What follows `* CAPABILITY`. */
export const capabilityLines = {
  before: {
    passwords: {
      text: 'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+',
      evidence: 'MS-IMAP-02',
    },
    advertised: {
      text: 'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+',
      evidence: 'MS-IMAP-03',
    },
    disabled: {
      text: 'IMAP4 IMAP4rev1 AUTH=XOAUTH2 LOGINDISABLED SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+',
      evidence: 'MS-IMAP-04',
    },
  },
  after: {
    passwords: {
      text: 'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+',
      evidence: 'MS-IMAP-06',
    },
    // Assumed: no capture of that time is known.
    advertised: {
      text: 'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+',
      evidence: 'MS-IMAP-06',
    },
    disabled: {
      text: 'IMAP4 IMAP4rev1 AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+',
      evidence: 'MS-IMAP-07',
    },
  },
} as const satisfies Record<'before' | 'after', Record<FrontEnd, Said>>

/** The words of the capability line at that date, before or after signing in. */
export function capabilities({ at, signedIn }: { at: Date; signedIn: boolean }): readonly string[] {
  return capabilityLines[signedIn ? 'after' : 'before'][frontEnd(at)].text.split(' ')
}

/** Every word that any line has, in the order all lines agree on. */
export const everyCapability: readonly string[] =
  'IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 LOGINDISABLED SASL-IR UIDPLUS MOVE ID UNSELECT CLIENTACCESSRULES CLIENTNETWORKPRESENCELOCATION BACKENDAUTHENTICATE CHILDREN IDLE NAMESPACE LITERAL+'.split(
    ' ',
  )

/** What follows the tagged `OK`. */
export const completions = {
  CAPABILITY: { text: 'CAPABILITY completed.', evidence: 'MS-IMAP-05' },
  LOGIN: { text: 'LOGIN completed.', evidence: 'MS-IMAP-08' },
  AUTHENTICATE: { text: 'AUTHENTICATE completed.', evidence: 'MS-IMAP-17' },
  ID: { text: 'ID completed', evidence: 'MS-IMAP-39' },
  NAMESPACE: { text: 'NAMESPACE completed.', evidence: 'MS-IMAP-41' },
  LIST: { text: 'LIST completed.', evidence: 'MS-IMAP-42' },
  SELECT: { text: 'SELECT completed.', evidence: 'MS-IMAP-44' },
  EXAMINE: { text: 'EXAMINE completed.', evidence: 'MS-IMAP-45' },
  STATUS: { text: 'STATUS completed.', evidence: 'MS-IMAP-47' },
  APPEND: { text: 'APPEND completed.', evidence: 'MS-IMAP-48' },
  LOGOUT: { text: 'LOGOUT completed.', evidence: 'MS-IMAP-50' },
  /** The UID forms answer with the bare verb. */
  other: { text: '{verb} completed.', evidence: 'MS-IMAP-54' },
} as const satisfies Record<string, Said>

const completionOf: ReadonlyMap<string, Said> = new Map(Object.entries(completions))

export function completed(verb: string): string {
  return completionOf.get(verb)?.text ?? fill(completions.other, { verb: verb.replace(/^UID /, '') })
}

/** MS-IMAP-39. */
export const identity = { name: 'Microsoft.Exchange.Imap4.Imap4Server', version: '15.20' } as const

/** In Microsoft's order; UNSEEN only if there is such a message. EXAMINE can change no flag: assumed `()`. */
export function selected(folder: {
  exists: number
  recent: number
  firstUnseen: number | undefined
  uidValidity: number
  uidNext: number
  readOnly: boolean
  flags: readonly string[]
}): string[] {
  const flags = folder.flags.join(' ')
  return [
    fill(lines.exists, folder),
    fill(lines.recent, folder),
    fill(lines.flags, { flags }),
    fill(lines.permanentFlags, { flags: folder.readOnly ? '' : flags }),
    ...(folder.firstUnseen === undefined ? [] : [fill(lines.unseen, { unseen: folder.firstUnseen })]),
    fill(lines.uidValidity, folder),
    fill(lines.uidNext, folder),
  ]
}

export function status(name: string, items: string): string {
  return fill(lines.status, { name, items })
}
