import { oneLine } from './prose.ts'

/** What a report says of one recipient (RFC 3464, section 2.3). */
export type StatusFields = {
  recipient?: string
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  action?: string
  /** RFC 3463: `5.1.1`. */
  status?: string
  /** The last server's words, without their type. */
  diagnostic?: string
}

/** The fields that reports have, of the message and of its recipients (sections 2.2 and 2.3); any other text continues one. */
const known =
  /^(Original-Recipient|Final-Recipient|Action|Status|Remote-MTA|Diagnostic-Code|Last-Attempt-Date|Final-Log-ID|Will-Retry-Until|Original-Envelope-Id|Reporting-MTA|DSN-Gateway|Received-From-MTA|Arrival-Date|X-[A-Za-z0-9-]{1,60})[ \t]*:[ \t]*(.*)$/i

/** Fields in the middle of a line: what was pasted may have lost its line ends. */
const inLine =
  /[ \t](?=(?:(?:Original|Final)-Recipient|Remote-MTA|Diagnostic-Code|Last-Attempt-Date|Reporting-MTA):|Action: ?(?:failed|delayed|delivered|relayed|expanded)\b|Status: ?[245]\.\d)/gi

/** Enough for a mailing; a report with more is none. */
const maxRecipients = 1000

type Group = Map<string, string>

/** The recipients that a text reports about in fields, wherever the fields stand. */
export function recipientsIn(text: string): StatusFields[] {
  return groupsIn(text)
    .filter((group) => group.has('final-recipient') || group.has('diagnostic-code') || group.has('action'))
    .map(fieldsOf)
}

/** A group ends with an empty line, or where a field comes again. */
function groupsIn(text: string): Group[] {
  const groups: Group[] = []
  let group: Group = new Map()
  let parts: string[] | undefined
  let name = ''
  const endField = (): void => {
    if (parts) group.set(name, parts.join(' ').replaceAll(/\s+/g, ' ').trim())
    parts = undefined
  }
  const endGroup = (): void => {
    endField()
    if (group.size > 0) groups.push(group)
    group = new Map()
  }
  for (const line of text.replaceAll(inLine, '\n').split('\n')) {
    if (groups.length >= maxRecipients) break
    const [, field, value] = known.exec(line) ?? []
    if (field !== undefined) {
      endField()
      name = field.toLowerCase()
      if (group.has(name) && !name.startsWith('x-')) endGroup()
      parts = [value!]
    } else if (line.trim() === '' || line.startsWith('--')) endGroup()
    else if (parts && parts.length < 50) parts.push(line.slice(0, 1000))
  }
  endGroup()
  return groups
}

function fieldsOf(group: Group): StatusFields {
  const recipient = afterType(group.get('final-recipient') ?? group.get('original-recipient'))
  const action = /^\w+/.exec(group.get('action') ?? '')?.[0].toLowerCase()
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(group.get('status') ?? '')?.[0]
  const diagnostic = afterType(group.get('diagnostic-code'))
  return {
    ...(recipient && { recipient: recipient.replaceAll(/^<|>$/g, '') }),
    ...(action !== undefined && { action }),
    ...(status !== undefined && { status }),
    ...(diagnostic && { diagnostic: oneLine(diagnostic) }),
  }
}

/** `smtp;550 5.1.1 …` → `550 5.1.1 …` */
function afterType(value = ''): string {
  return value.replace(/^(?:rfc822|utf-8|smtp|dns|x-[a-z0-9-]{1,40}|unknown|[a-z0-9]{1,20})[ \t]*;[ \t]*/i, '').trim()
}
