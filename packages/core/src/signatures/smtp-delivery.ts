import type { Row } from './signature.ts'

const day = ', 2026-11-30'
/** Microsoft's list of what Exchange Online reports. */
const exchangeOnline = `https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online${day}`
/** Google's list of what Gmail's servers say. */
const gmail = `https://support.google.com/a/answer/3726730${day}`
/** A public collection of reports, and the file's name in it. */
const seen = (name: string) => `https://github.com/sisimai/set-of-emails/blob/master/maildir/bsd/${name}.eml${day}`

type Rows = readonly Row[]
const likely = (means: Row[1], evidence: string, patterns: readonly RegExp[]): Rows =>
  patterns.map((pattern) => [pattern, means, evidence, 'likely'])

/**
 * What servers anywhere say of a message that was handed on to them, in the words of their programs and services: for
 * reports only, since at a sign-in the same words mean something else. First match wins: who sends before who receives.
 */
export const smtpDeliveryRows: Rows = [
  [/recipient addresses rejected ?: access denied/i, 'recipient-refused', seen('lhost-mfilter-04')],
  [/sender not authenticated for (?:group|mailbox|public folder)/i, 'recipient-refused', exchangeOnline],
  [/you don't have permission to send to/i, 'recipient-refused', exchangeOnline],
  [/group you tried to contact .{1,100} may not exist/i, 'recipient-refused', seen('lhost-googlegroups-02')],

  [/inbox is (?:out of storage space|full)|that you tried to reach is over quota/i, 'mailbox-full', gmail],
  ...likely('mailbox-full', 'RFC 3463, section 3.3', [
    /mail ?box (?:is |has )?(?:been )?(?:already )?(?:full|over ?quota)/i,
    /\bover (?:the |its |his )?(?:mailbox |storage |disk |allowed )?(?:quota|storage limit)/i,
    /exceed(?:s|ed|ing)? (?:the |its |his |their )?(?:mailbox |storage |disk )?(?:quota|storage (?:allocation|limit))/i,
    /(?:mailbox|recipient|user|disk) (?:mail )?(?:size |storage |disk )?(?:quota|limit)(?: has been| is)? exceeded/i,
    /\bquota (?:has been |is )?(?:exceeded|full|violation)/i,
    /(?:not enough|insufficient) (?:mail ?box|storage) (?:space|quota)/i,
    /mail ?box exceed(?:s|ed) /i,
  ]),
  ...likely('message-too-large', 'RFC 3463, section 3.4', [
    /message (?:is |was )?too (?:large|big|long)|mail size limit exceeded/i,
    /(?:message|mail) (?:size |length )?(?:\d{1,12} )?(?:exceeds|exceeded|is larger than)/i,
    /exceeds? (?:the )?(?:fixed )?max(?:imum)? (?:message |inbound )?(?:file )?size/i,
  ]),

  ...likely('throttled', gmail, [
    /temporarily deferred due to/i,
    /unusual rate of unsolicited/i,
    /receiving (?:e?mail|messages) (?:too quickly|at a rate)/i,
    /rate limit(?:ed)? (?:has been )?(?:exceed|reach)/i,
  ]),
  ...likely('sender-distrusted', 'RFC 7489, section 10.3', [
    /\bDMARC policy\b|rejected per DMARC/i,
    /not allowed to send from .{1,300} SPF|\bSPF (?:record|check|fail|validation)|Sender Policy Framework/i,
    /\b(?:DMARC|SPF|DKIM)\b.{0,40} (?:fail|reject|not |policy|check|hard)/i,
    /(?:fail|did not pass|without) .{0,40}\b(?:DMARC|SPF|DKIM)\b/i,
  ]),
  ...likely('sender-distrusted', gmail, [
    /unauthenticated e?mail|does not have authentication information|authentication checks? failed/i,
    /reverse DNS|\br?DNS record|\bPTR\b|IP name lookup failed/i,
  ]),
  ...likely('sender-distrusted', 'RFC 5782, section 1', [
    /(?:black|(?<!allow[ /])block|deny) ?list|\b(?:DNSBL|RBL)\b|blocked using/i,
    /spamhaus|spamcop|\bsorbs\b/i,
    /(?:low|poor|bad|ip|domain|sender|server) reputation/i,
    /client host (?:rejected|\[.{1,50}\] blocked)/i,
    /(?:ip|client|sender|network) .{0,60}(?:has been|is|was) (?:temporarily )?(?:blocked|banned)/i,
    /(?:cannot|can't|could not|unable to) (?:find|resolve) your (?:hostname|reverse|IP)/i,
  ]),
  ...likely('sender-distrusted', seen('lhost-office365-05'), [
    /sender (?:address |domain )?(?:was |is |has been )?(?:reject|denied|verify failed|blocked)|unrouta?ble sender/i,
    /domain of sender (?:address )?.{0,300}does not (?:exist|resolve)/i,
    /mail ?from domain/i,
  ]),
  ...likely('sender-distrusted', gmail, [
    /(?:as|like|likely|considered|detected|suspected|scored|id=\S{1,40} -) (?:to be |being )?spam\b/i,
    /\bspam (?:message|content|mail|detected|rejected|score)/i,
    /unsolicited|\bU[BC]E\b/i,
    /not accepted for policy reasons/i,
  ]),

  [/QUEUE\.Expired/i, 'recipient-unreachable', seen('lhost-exchange2007-06')],
  ...likely('recipient-unreachable', 'RFC 3463, section 3.5', [
    /message expired/i,
    /connect(?:ion)?(?: attempt)?(?: to \S{1,300})?:?(?: was| has| is| been)? ?(?:timed out|timeout|refused|reset|dropped|lost|failed)/i,
    /connection died|(?:conversation|lost connection) with|no route to host|network is unreachable/i,
    /(?:host|domain) (?:or domain name )?(?:name )?(?:not found|unknown|is not reachable|does not exist)/i,
    /couldn't find a mail exchanger|no such (?:domain|host)|(?:DNS|name) (?:lookup|service) (?:failure|error)/i,
    /did not accept our requests to connect|refused to talk to me: 4/i,
    /(?:unable|not) to (?:connect|route)|couldn't (?:find any host|be able to connect)/i,
    /hosts have been failing for a long time|retry time(?:out)? (?:exceeded|not reached)/i,
    /(?:too long in|in) the queue too long|queue too long/i,
    /could ?n[o']t (?:be delivered|deliver) for|not (?:been |yet )?delivered (?:for|within|after)/i,
    /(?:message|delivery)(?: to .{1,200})? (?:has been|is) delayed|warning message only/i,
    /has not yet been delivered|delivery failed \d+ attempts/i,
    /(?:host|domain) does not accept (?:e-?)?mail/i,
    /mail loop|loops back|too many hops|hop count/i,
    /gr[ea]y-?list/i,
  ]),
  ...likely('relay-refused', 'RFC 5321, section 3.6.2', [
    /relay(?:ing)? (?:access )?(?:denied|prohibited|not (?:permitted|allowed))/i,
    /(?:unable to|cannot|not|not configured to) relay|no relaying/i,
  ]),

  [/account that you tried to reach (?:does not exist|is (?:disabled|inactive))/i, 'recipient-refused', gmail],
  ...likely('recipient-refused', 'RFC 5321, section 4.2.3', [
    /user (?:is )?(?:unknown|not found|not known|not listed)/i,
    /unknown or illegal user|no mailbox here|recipient name is not recognized/i,
    /(?:user|recipient) doesn't have an? .{1,100} account/i,
    /(?:unknown|no such|invalid|bad|inactive) (?:local )?(?:user|recipient|mail ?box|account|address|person)/i,
    /(?:user|recipient|mail ?box|account|address)\b.{0,80} (?:does not|doesn't|no longer|not) (?:exist|on server|valid|active|available)/i,
    /mail ?box (?:unavailable|not found|unknown|disabled|is disabled|inactive)/i,
    /recipient (?:address )?(?:unknown|not found)/i,
    // With more behind it, that is the reason.
    /address rejected(?!: ?\w)/i,
    /unrouteable address/i,
    /(?:account|mail ?box|user) .{0,40}(?:disabled|suspended|inactive|blocked|locked|frozen)/i,
    /disabled recipient|no longer on server|invalid final delivery/i,
  ]),
]
