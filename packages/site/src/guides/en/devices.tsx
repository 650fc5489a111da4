import { Elsewhere, Note, Part, Quote, Table } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'

export const devices: Guide = ({ at, finding, programs }) => (
  <>
    <Note kind="warning">
      <p>
        <strong>In short:</strong> with a personal account (Hotmail, Outlook.com) a device that knows only passwords can
        no longer send at all. With Microsoft 365 it still can, if the administrator allows it; at the end of December
        2026 that is switched off by default. Three ways remain after that, and two of them need no sign-in.
      </p>
    </Note>
    <Part id="what-it-says" title="What the device says, and what it means">
      <p>
        Devices shorten what the server said. Look for the sentence in the device’s log or its web page, and{' '}
        <a href={at.to('explain.html')}>paste it</a>. The usual ones:
      </p>
      <ul>
        <li>
          <Quote>535 5.7.139 … SmtpClientAuthentication is disabled for the Mailbox</Quote>
          {': '}
          {finding('smtp-auth-off-mailbox')}
        </li>
        <li>
          <Quote>535 5.7.139 … SmtpClientAuthentication is disabled for the Tenant</Quote>
          {': '}
          {finding('smtp-auth-off-tenant')}
        </li>
        <li>
          <Quote>535 5.7.139 … basic authentication is disabled</Quote>
          {': '}
          {finding('basic-auth-retired')}
        </li>
        <li>
          <Quote>5.2.252 SendAsDenied</Quote>
          {': '}
          {finding('sender-not-allowed')}. The address that the device puts into “From” must be one of the account’s.
        </li>
        <li>A message about TLS or the connection: old firmware often knows TLS 1.0 only, which Microsoft refuses.</li>
      </ul>
    </Part>
    <Part id="oauth" title="First: can the device sign in with Microsoft?">
      <p>
        Several makers have added OAuth 2.0 to newer firmware. Then nothing else is needed: update, choose “OAuth2” in
        its mail settings, and sign in once with the mailbox it sends from. This is what the makers’ own pages say:
      </p>
      {programs('work', 'devices')}
    </Part>
    <Part id="ways" title="The ways that are left with Microsoft 365">
      <Table
        caption="Four ways to send from a device"
        head={['Way', 'Server and port', 'Sends to', 'Needs', 'Until']}
        rows={[
          [
            'Authenticated SMTP with a password',
            'smtp.office365.com, 587, STARTTLS',
            'anybody',
            'a mailbox with authenticated SMTP switched on; no security defaults',
            'off by default from the end of December 2026; the final end is to be announced in the second half of 2027',
          ],
          [
            'Authenticated SMTP with OAuth 2.0',
            'smtp.office365.com, 587, STARTTLS',
            'anybody',
            'firmware that can do it',
            'no end announced',
          ],
          [
            'Relay through a connector',
            'your domain’s MX host, 25, STARTTLS',
            'anybody',
            'a fixed public IP address or a certificate; a connector in Exchange Online',
            'no end announced',
          ],
          [
            'Direct Send',
            'your domain’s MX host, 25',
            'your own organization only',
            'port 25 open to the outside; an SPF record with your address; not refused by “Reject Direct Send”',
            'no end announced',
          ],
        ]}
      />
      <p>
        Your domain’s MX host looks like <code>contoso-com.mail.protection.outlook.com</code>. Many internet providers
        block port 25; then the last two ways do not work on that connection.
      </p>
      <p>
        For large amounts of mail inside the organization there is also High Volume Email (
        <code>smtp-hve.office365.com</code>), which takes passwords until September 2028 and sends to your own
        organization only.
      </p>
    </Part>
    <Part id="password-still" title="If it must be a password for now">
      <ol class="steps">
        <li>
          <p>Give the device a mailbox of its own, and no other. If its password gets out, nobody’s mail is in it.</p>
        </li>
        <li>
          <p>
            The administrator switches authenticated SMTP on for that one mailbox, not for the organization:{' '}
            <a href={at.to('guides/administrators.html', 'smtp-auth')}>how</a>.
          </p>
        </li>
        <li>
          <p>
            Server <code>smtp.office365.com</code>, port <code>587</code>, STARTTLS, the mailbox’s whole address as user
            name <em>and</em> as “From”.
          </p>
        </li>
        <li>
          <p>
            Check it from a computer in the same network, with the same values: <code>sparekey check</code> tries each
            step and says which one fails.
          </p>
        </li>
        <li>
          <p>Plan what comes after December 2026 now: new firmware, the relay, or a mail service made for devices.</p>
        </li>
      </ol>
    </Part>
    <Part id="personal" title="With Hotmail or Outlook.com">
      <p>
        There is no switch and no app password for it any more. What people do instead: an account at a provider that
        still takes passwords or app passwords for SMTP, the relay of their internet provider, or, for a NAS or camera,
        alerts by the maker’s own app instead of mail.
      </p>
    </Part>
    <Part id="sources" title="Sources">
      <ul>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365">
            Microsoft: how to set up a multifunction device or application to send email
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835">
            The Exchange team’s calendar for SMTP AUTH
          </Elsewhere>{' '}
          (27 January 2026)
        </li>
        <li>
          <Elsewhere url="https://petri.com/high-volume-email-delivery-internal-recipients/">
            Petri: High Volume Email for internal recipients
          </Elsewhere>{' '}
          (read on 30 November 2026)
        </li>
      </ul>
    </Part>
  </>
)
