import { Command, Elsewhere, Part } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'
import { tryTest, useContainer, useMock } from '../programs.ts'

export const developers: Guide = ({ at }) => (
  <>
    <Part id="why" title="Why a mock">
      <p>
        Code that signs in to Microsoft’s mail breaks for reasons you cannot reproduce at will: two-step verification,
        an expired token, a tenant with SMTP AUTH off, a sentence that changed in August. A real account for the tests
        is throttled, blocked after failures, and not yours to reset. sparekey brings Microsoft’s POP3, IMAP, SMTP and
        OAuth 2.0 sign-in as servers on your own machine: real sockets, real TLS, Microsoft’s own words, at any date.
        Nothing leaves the machine.
      </p>
    </Part>
    <Part id="in-a-test" title="In a test">
      <p>TypeScript or JavaScript on Node 20.19 or newer. Ports are free ones, and instances share nothing.</p>
      <Command>npm install --save-dev @sparekey/mock-servers</Command>
      <Command>{tryTest}</Command>
      <p>
        Give your client <code>microsoft.ca</code> as the certificate authority and the official name as the server
        name, and it checks the certificate just as it does with Microsoft. When the sign-in is refused,{' '}
        <code>microsoft.signIns</code> says by which rule and on what evidence; over the network comes only what
        Microsoft says.
      </p>
    </Part>
    <Part id="any-language" title="From any language">
      <p>
        Run the mock beside your tests. It prints its ports, writes a server map that says where the official names
        really are, and is controlled over HTTP: accounts, two-step verification, app passwords, the clock, mail.
      </p>
      <Command>{useMock}</Command>
      <p>
        Or in a container, with fixed ports (from sparekey’s source, after <code>npm run build</code>):
      </p>
      <Command>{useContainer}</Command>
    </Part>
    <Part id="what-to-try" title="What is worth a test">
      <ul>
        <li>
          <strong>The calendar.</strong> Set the clock to 2021, to 2025 and to today: the same password is taken,
          refused in general words, and refused before it is sent. A client must not send a password to a server that
          says <code>LOGINDISABLED</code>.
        </li>
        <li>
          <strong>POP3 with OAuth takes two steps.</strong> <code>AUTH XOAUTH2</code>, wait for <code>+</code>, then the
          token. In one line, Microsoft closes the connection.
        </li>
        <li>
          <strong>A good token that is refused.</strong> Another account’s, another resource’s, without the protocol’s
          scope, or with SMTP AUTH switched off for the mailbox.
        </li>
        <li>
          <strong>The token’s end.</strong> In the middle of a session, and of the refresh token after 90 days without
          use.
        </li>
        <li>
          <strong>The device code’s states.</strong> Pending, declined (Microsoft says{' '}
          <code>authorization_declined</code>), expired.
        </li>
      </ul>
      <p>
        The messages you will meet are all here, each with its source:{' '}
        <a href={at.to('replies/index.html')}>server messages</a> and{' '}
        <a href={at.to('aadsts/index.html')}>AADSTS numbers</a>.
      </p>
    </Part>
    <Part id="explain" title="Tell your own users why">
      <p>
        The same knowledge comes as a library. It runs in Node and in a browser; the page where you paste an error is
        built on it.
      </p>
      <Command>
        {`import { explainText } from '@sparekey/core/explain'\n\nconst { finding } = explainText(error.message, { lang: 'en' })\nconsole.log(finding.title, finding.nextSteps)`}
      </Command>
    </Part>
    <Part id="sources" title="Sources">
      <ul>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">
            Microsoft: authenticate IMAP, POP and SMTP with OAuth
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://github.com/getmail6/getmail6/issues/256">getmail6#256</Elsewhere> (POP3 in two steps)
        </li>
      </ul>
    </Part>
  </>
)
