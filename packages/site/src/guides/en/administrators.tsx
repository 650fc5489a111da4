import { Command, Elsewhere, Note, Part, Quote, Table } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'

export const administrators: Guide = ({ at, finding, settings }) => (
  <>
    <Note>
      <p>
        Your users see one sentence from the server, or only “login failed”. Behind it is one of a few settings. This
        page says which one, how to look it up, and how to change it.{' '}
        <a href={at.to('explain.html')}>Paste the sentence</a> to begin with the cause.
      </p>
    </Note>
    <Part id="which-switch" title="Which switch is behind which refusal">
      <Table
        caption="Refusals and their switches"
        head={['What the server says', 'Switch', 'Cause']}
        rows={[
          [
            <Quote>SmtpClientAuthentication is disabled for the Tenant</Quote>,
            <a href="#smtp-auth">SMTP AUTH of the organization</a>,
            finding('smtp-auth-off-tenant'),
          ],
          [
            <Quote>SmtpClientAuthentication is disabled for the Mailbox</Quote>,
            <a href="#smtp-auth">SMTP AUTH of the mailbox</a>,
            finding('smtp-auth-off-mailbox'),
          ],
          [
            <Quote>user is locked by your organization’s security defaults policy</Quote>,
            <a href="#security-defaults">security defaults</a>,
            finding('security-defaults'),
          ],
          [
            <Quote>the request did not meet the criteria to be authenticated successfully</Quote>,
            <a href="#conditional-access">conditional access</a>,
            finding('policy-blocked'),
          ],
          [
            <Quote>User is authenticated but not connected</Quote>,
            <a href="#pop-imap">POP or IMAP of the mailbox</a>,
            finding('mailbox-not-connected'),
          ],
          [
            <Quote>AADSTS65001, AADSTS90094</Quote>,
            <a href="#consent">consent to the mail program</a>,
            finding('consent-missing'),
          ],
          [
            <Quote>basic authentication is disabled</Quote>,
            'none: passwords have ended',
            finding('basic-auth-retired'),
          ],
        ]}
      />
      <p>
        Over SMTP the plain <Quote>535 5.7.3 Authentication unsuccessful</Quote> may be any of the first four. The
        sign-in log tells them apart.
      </p>
    </Part>
    <Part id="smtp-auth" title="Authenticated SMTP (SMTP AUTH)">
      <p>
        One switch for the organization, one for each mailbox. The mailbox’s has <strong>three</strong> values:{' '}
        <code>$false</code> is on, <code>$true</code> is off, and empty follows the organization’s. A search for
        mailboxes with <code>$false</code> alone misses those that inherit. Look first, in Exchange Online PowerShell:
      </p>
      <Command>
        {[
          'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled',
          'Get-CASMailbox -Identity scanner@contoso.com | Format-List SmtpClientAuthenticationDisabled',
        ].join('\n')}
      </Command>
      <p>Switch it on for one mailbox, and leave the organization’s switch off:</p>
      <Command>Set-CASMailbox -Identity scanner@contoso.com -SmtpClientAuthenticationDisabled $false</Command>
      <p>Let a mailbox inherit again:</p>
      <Command>Set-CASMailbox -Identity scanner@contoso.com -SmtpClientAuthenticationDisabled $null</Command>
      <p>
        In the Microsoft 365 admin center it is under Users, Active users, the user, Mail, Manage email apps,
        “Authenticated SMTP”. A change can take up to an hour to reach every server. The switch is checked before the
        sign-in: it refuses valid OAuth tokens, too.
      </p>
    </Part>
    <Part id="pop-imap" title="POP and IMAP of a mailbox">
      <Command>
        {[
          'Get-CASMailbox -Identity hanako@contoso.com | Format-List PopEnabled,ImapEnabled',
          'Set-CASMailbox -Identity hanako@contoso.com -ImapEnabled $true',
        ].join('\n')}
      </Command>
      <p>
        With IMAP switched off, the sign-in may succeed and every command after it is refused. The same sentence appears
        with too many connections at once, or when a token is used for somebody else’s mailbox.
      </p>
    </Part>
    <Part id="security-defaults" title="Security defaults">
      <p>
        They refuse every sign-in by password alone, over SMTP as well, whatever the other switches say. They are on or
        off for the whole organization: Entra admin center, Overview, Properties, Manage security defaults. Prefer
        programs that sign in with OAuth 2.0, or a{' '}
        <a href={at.to('guides/copiers-and-nas.html')}>connector for devices</a>, to switching them off.
      </p>
    </Part>
    <Part id="conditional-access" title="Conditional access">
      <p>
        A policy that blocks “Other clients” blocks passwords over POP, IMAP and SMTP. Policies are applied after the
        password is checked: whoever gets the sentence about criteria typed the right one. In the sign-in log (Entra
        admin center, Monitoring &amp; health) filter by “Client app” for Authenticated SMTP, IMAP4 and POP3; each entry
        names the policy.
      </p>
      <p>
        Policies may also forbid the device code flow and leave the browser open. The number is then{' '}
        <a href={at.to('aadsts/aadsts53003.html')}>AADSTS53003</a>, and the way out is a sign-in in the browser.
      </p>
    </Part>
    <Part id="consent" title="Consent to a mail program">
      <p>
        A mail program that is new to the organization needs consent: the user’s, if you allow that, otherwise yours.
        Entra admin center, Enterprise apps, the program, Permissions, “Grant admin consent”. It asks for{' '}
        <code>IMAP.AccessAsUser.All</code>, <code>POP.AccessAsUser.All</code>, <code>SMTP.Send</code> and{' '}
        <code>offline_access</code>, as delegated permissions.
      </p>
      <p>
        A service without a user (client credentials) needs application permissions (<code>IMAP.AccessAsApp</code> and
        the like) and also, in Exchange, access to each mailbox that it opens. Consent alone is not enough.
      </p>
    </Part>
    <Part id="who-still" title="Who still uses passwords?">
      <p>
        The Exchange admin center has a report for it: Reports, Mail flow, “SMTP AUTH clients submission report”. It
        names each mailbox, and whether it signed in with basic authentication or with OAuth. Look before the end of
        December 2026.
      </p>
    </Part>
    <Part id="calendar" title="The dates">
      <dl class="facts">
        <dt>from 1 October 2022</dt>
        <dd>POP and IMAP no longer take passwords. Nobody can switch that on again.</dd>
        <dt>end of December 2026</dt>
        <dd>
          SMTP AUTH with passwords is switched off by default in existing organizations. Administrators can switch it on
          again.
        </dd>
        <dt>after December 2026</dt>
        <dd>New organizations have no passwords over SMTP by default; OAuth is the supported way.</dd>
        <dt>second half of 2027</dt>
        <dd>Microsoft announces the day on which passwords over SMTP end for good.</dd>
      </dl>
    </Part>
    <Part id="settings" title="The settings for your users">
      {settings('work')}
    </Part>
    <Part id="sources" title="Sources">
      <ul>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission">
            Microsoft: enable or disable authenticated client SMTP submission
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://learn.microsoft.com/entra/fundamentals/security-defaults">
            Microsoft: security defaults
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">
            Microsoft: authenticate IMAP, POP and SMTP with OAuth
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835">
            The Exchange team’s calendar for SMTP AUTH
          </Elsewhere>{' '}
          (27 January 2026)
        </li>
      </ul>
    </Part>
  </>
)
