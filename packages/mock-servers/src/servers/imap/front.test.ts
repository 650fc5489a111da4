import { expect, test } from 'vitest'
import { address, frontend, password, servername, startImap } from '../../testing/imap.ts'
import { Wire } from '../../testing/wire.ts'

test('a client signs in, reads headers and leaves', async () => {
  await using imap = await startImap()
  imap.seed('one', 'two')
  await using wire = await Wire.connect({ port: imap.server.port, ca: imap.ca, servername })
  await wire.play(`
    S: * OK The Microsoft Exchange IMAP4 service is ready. [${Buffer.from(frontend, 'utf16le').toString('base64')}]
    C: a1 CAPABILITY
    S: * CAPABILITY IMAP4 IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR UIDPLUS ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+
    S: a1 OK CAPABILITY completed.
    C: a2 LOGIN ${address} "${password}"
    S: a2 OK LOGIN completed.
    C: a3 SELECT Inbox
    S: * 2 EXISTS
    S: * 2 RECENT
    S: * FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)
    S: * OK [PERMANENTFLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft $MDNSent)] Permanent flags
    S: * OK [UNSEEN 1] Is the first unseen message
    S: * OK [UIDVALIDITY 4] UIDVALIDITY value
    S: * OK [UIDNEXT 3] The next unique identifier value
    S: a3 OK [READ-WRITE] SELECT completed.
    C: a4 FETCH 1:2 (FLAGS UID BODY.PEEK[HEADER.FIELDS (Subject)])
    S: * 1 FETCH (FLAGS (\\Recent) UID 1 BODY[HEADER.FIELDS (Subject)] {16}
    S: Subject: one
    S:
    S: )
    S: * 2 FETCH (FLAGS (\\Recent) UID 2 BODY[HEADER.FIELDS (Subject)] {16}
    S: Subject: two
    S:
    S: )
    S: a4 OK FETCH completed.
    C: a5 LOGOUT
    S: * BYE Microsoft Exchange Server IMAP4 server signing off.
    S: a5 OK LOGOUT completed.
    S: (closed)
  `)
  expect(imap.faults).toEqual([])
})
