import { Elsewhere, Note, Part, Quote } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'

export const twoStep: Guide = ({ at, finding, settings, programs }) => (
  <>
    <Note kind="warning">
      <p>
        <strong>In short:</strong> since 16 September 2024 no password opens a Hotmail, Outlook.com, Live or MSN mailbox
        in a mail program, and no app password does either. Whether two-step verification is on no longer matters. What
        works is signing in on Microsoft’s own page (“OAuth2”, “Modern authentication”), in a program that can do that.
      </p>
    </Note>
    <Part id="what-happened" title="What happened">
      <p>
        You switched on two-step verification for your Microsoft account, and your mail program could neither receive
        nor send. For years the cure was an <strong>app password</strong>: 16 lower-case letters, made on the security
        page of the account, typed into the mail program in place of the password. Many pages on the web still say so,
        and they were right when they were written.
      </p>
      <p>
        Then Microsoft stopped accepting passwords from mail programs altogether, for personal accounts on 16 September
        2024. The page that makes app passwords is still there and still shows 16 letters. The mail servers refuse them
        like any other password, most often with one of these sentences:
      </p>
      <ul>
        <li>
          <Quote>535 5.7.139 Authentication unsuccessful, basic authentication is disabled.</Quote>
        </li>
        <li>
          <Quote>LOGIN failed.</Quote>
        </li>
        <li>
          <Quote>-ERR Logon failure: unknown user name or bad password.</Quote>
        </li>
      </ul>
      <p>
        If yours says something else, <a href={at.to('explain.html')}>paste it here</a>: there are other causes, such as{' '}
        {finding('account-blocked')}.
      </p>
    </Part>
    <Part id="which-account" title="First: which account is it?">
      <p>The rules differ, so begin with the address.</p>
      <dl class="facts">
        <dt>@hotmail, @outlook, @live, @msn</dt>
        <dd>A personal account. Passwords ended on 16 September 2024, for receiving and for sending.</dd>
        <dt>Your company’s or school’s domain</dt>
        <dd>
          A work or school account, if the mail is at Microsoft 365. Receiving with a password was switched off from
          October 2022 on. Sending with one is switched off by default at the end of December 2026; before and after
          that, your administrator decides.
        </dd>
      </dl>
    </Part>
    <Part id="which-program" title="Then: which program?">
      <p>
        What you need is a program that can sign in with Microsoft for the protocol you use. This is what is known for
        personal accounts:
      </p>
      {programs('personal', 'people')}
      <p>
        Outlook 2016 and 2019 deserve a word of their own, because the article that many people followed was about
        Outlook 2016. They have no such sign-in for POP and IMAP accounts, and no setting in them changes that. What is
        left is on their pages: <a href={at.to('programs/outlook-2016.html')}>Outlook 2016</a>,{' '}
        <a href={at.to('programs/outlook-2019.html')}>Outlook 2019</a>. Support for both ended in October 2025.
      </p>
    </Part>
    <Part id="what-now" title="What to do now">
      <ol class="steps">
        <li>
          <p>
            Sign in to your mailbox in a browser, at{' '}
            <Elsewhere url="https://outlook.live.com/">outlook.live.com</Elsewhere>. If that works, the account and its
            password are in order, and your mail is safe. It also lets you read and write until the rest is done.
          </p>
        </li>
        <li>
          <p>
            Leave two-step verification on. Switching it off does not bring the password back into the mail program; it
            only makes the account easier to steal.
          </p>
        </li>
        <li>
          <p>
            If your program can do it: update it, remove the account’s password from it, and choose “OAuth2” (or “Modern
            authentication”, or “Sign in with Microsoft”) as the way to sign in, for receiving <em>and</em> for sending.
            Or remove the account and add it again. A Microsoft window opens and asks for your password and your code.
          </p>
        </li>
        <li>
          <p>
            If it cannot: use another program from the list. With IMAP your folders are on the server and appear in the
            new program by themselves. With POP, mail that was fetched and deleted from the server is only in the old
            program: export it before you stop using that program.
          </p>
        </li>
        <li>
          <p>
            Compare the settings below, and make sure that POP or IMAP is allowed for the mailbox: at outlook.live.com
            under Settings, Mail, Forwarding and IMAP.
          </p>
        </li>
      </ol>
    </Part>
    <Part id="settings" title="The settings today">
      <p>
        For a personal account. The user name is the whole address. “Secure Password Authentication (SPA)” stays off in
        every program.
      </p>
      {settings('personal')}
      <p>
        For a work or school account, or for another date, see <a href={at.to('settings.html')}>the settings page</a>.
      </p>
    </Part>
    <Part id="still-not" title="If it still does not work">
      <ul>
        <li>
          It receives, but sending is refused: {finding('smtp-auth-off-mailbox')}. New personal mailboxes have SMTP
          switched off, and their owners have no switch for it. A program that sends without SMTP (the current Outlook,
          the browser) works.
        </li>
        <li>It signs in, and then no folder opens: {finding('mailbox-not-connected')}.</li>
        <li>It worked for weeks, then asks you to sign in again: {finding('token-expired')}.</li>
        <li>
          Anything else: <a href={at.to('explain.html')}>paste the message</a>, or look through{' '}
          <a href={at.to('findings/index.html')}>all causes</a>.
        </li>
      </ul>
    </Part>
    <Part id="sources" title="Sources">
      <ul>
        <li>
          <Elsewhere url="https://support.microsoft.com/office/modern-authentication-methods-now-needed-to-continue-syncing-outlook-email-in-non-microsoft-email-apps-c5d65390-9676-4763-b41f-d7986499a90d">
            Microsoft: modern authentication is now needed
          </Elsewhere>{' '}
          (the end of passwords for personal accounts)
        </li>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online">
            Microsoft: deprecation of basic authentication in Exchange Online
          </Elsewhere>{' '}
          (work and school accounts)
        </li>
        <li>
          <Elsewhere url="https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835">
            The Exchange team’s calendar for sending
          </Elsewhere>{' '}
          (27 January 2026)
        </li>
      </ul>
    </Part>
  </>
)
