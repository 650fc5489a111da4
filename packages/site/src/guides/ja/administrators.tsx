import { Command, Elsewhere, Note, Part, Quote, Table } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'

export const administrators: Guide = ({ at, finding, settings }) => (
  <>
    <Note>
      <p>
        利用者に見えるのは、サーバーの一文か、「ログインできません」という表示だけです。その裏には、いくつかのスイッチのどれかがあります。このページでは、どのスイッチなのか、どう確かめ、どう切り替えるのかを説明します。まず
        <a href={at.to('explain.html')}>メッセージを貼り付けて</a>、原因を調べることもできます。
      </p>
    </Note>
    <Part id="which-switch" title="拒否のメッセージと対応するスイッチ">
      <Table
        caption="メッセージとスイッチの対応"
        head={['サーバーの応答', 'スイッチ', '原因']}
        rows={[
          [
            <Quote>SmtpClientAuthentication is disabled for the Tenant</Quote>,
            <a href="#smtp-auth">組織の SMTP AUTH</a>,
            finding('smtp-auth-off-tenant'),
          ],
          [
            <Quote>SmtpClientAuthentication is disabled for the Mailbox</Quote>,
            <a href="#smtp-auth">メールボックスの SMTP AUTH</a>,
            finding('smtp-auth-off-mailbox'),
          ],
          [
            <Quote>user is locked by your organization’s security defaults policy</Quote>,
            <a href="#security-defaults">セキュリティの既定値群</a>,
            finding('security-defaults'),
          ],
          [
            <Quote>the request did not meet the criteria to be authenticated successfully</Quote>,
            <a href="#conditional-access">条件付きアクセス</a>,
            finding('policy-blocked'),
          ],
          [
            <Quote>User is authenticated but not connected</Quote>,
            <a href="#pop-imap">メールボックスの POP または IMAP</a>,
            finding('mailbox-not-connected'),
          ],
          [
            <Quote>AADSTS65001, AADSTS90094</Quote>,
            <a href="#consent">メールソフトへの同意</a>,
            finding('consent-missing'),
          ],
          [
            <Quote>basic authentication is disabled</Quote>,
            'なし（パスワードは廃止済み）',
            finding('basic-auth-retired'),
          ],
        ]}
      />
      <p>
        SMTP で返る一般的な応答 <Quote>535 5.7.3 Authentication unsuccessful</Quote> は、上の 4
        つのどれでもありえます。サインイン ログを見れば区別できます。
      </p>
    </Part>
    <Part id="smtp-auth" title="認証済み SMTP（SMTP AUTH）">
      <p>
        スイッチは組織に 1 つ、メールボックスごとに 1 つあります。メールボックス側の値は<strong>3 通り</strong>です。
        <code>$false</code> がオン、<code>$true</code> がオフ、空なら組織の設定に従います。<code>$false</code>{' '}
        だけを探すと、組織の設定に従うメールボックスを見落とします。まず Exchange Online PowerShell で確かめてください。
      </p>
      <Command>
        {[
          'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled',
          'Get-CASMailbox -Identity scanner@contoso.com | Format-List SmtpClientAuthenticationDisabled',
        ].join('\n')}
      </Command>
      <p>組織のスイッチはオフのまま、1 つのメールボックスだけオンにするには：</p>
      <Command>Set-CASMailbox -Identity scanner@contoso.com -SmtpClientAuthenticationDisabled $false</Command>
      <p>組織の設定に従う状態に戻すには：</p>
      <Command>Set-CASMailbox -Identity scanner@contoso.com -SmtpClientAuthenticationDisabled $null</Command>
      <p>
        Microsoft 365 管理センターでは、「ユーザー」→「アクティブなユーザー」→ 対象のユーザー →「メール」→「メール
        アプリを管理する」の「認証済み SMTP」です。変更がすべてのサーバーに行き渡るまで、最大 1
        時間ほどかかります。このスイッチはサインインより先に判定されるので、正しい OAuth トークンも拒否されます。
      </p>
    </Part>
    <Part id="pop-imap" title="メールボックスの POP と IMAP">
      <Command>
        {[
          'Get-CASMailbox -Identity hanako@contoso.com | Format-List PopEnabled,ImapEnabled',
          'Set-CASMailbox -Identity hanako@contoso.com -ImapEnabled $true',
        ].join('\n')}
      </Command>
      <p>
        IMAP
        がオフの場合、サインインには成功し、その後のコマンドがすべて拒否されることがあります。同時接続が多すぎるときや、ほかの人のメールボックスにトークンを使ったときも、同じ応答になります。
      </p>
    </Part>
    <Part id="security-defaults" title="セキュリティの既定値群">
      <p>
        パスワードだけのサインインを、SMTP
        も含めてすべて拒否します。ほかのスイッチの設定は関係ありません。切り替えは組織全体でしかできません（Entra
        管理センター →「概要」→「プロパティ」→「セキュリティの既定値群の管理」）。オフにするよりも、OAuth 2.0
        に対応したソフトや、<a href={at.to('guides/copiers-and-nas.html')}>機器用のコネクタ</a>
        を使うことをお勧めします。
      </p>
    </Part>
    <Part id="conditional-access" title="条件付きアクセス">
      <p>
        「その他のクライアント」をブロックするポリシーは、POP、IMAP、SMTP
        でのパスワードをブロックします。ポリシーが判定されるのはパスワードの確認の後です。「criteria」を含む応答が返ったなら、パスワードは合っていたことになります。サインイン
        ログ（Entra 管理センター →「監視と正常性」）を「クライアント アプリ」の Authenticated SMTP、IMAP4、POP3
        で絞り込むと、どのポリシーによるものかが分かります。
      </p>
      <p>
        デバイス
        コードでのサインインだけを禁止し、ブラウザーでのサインインは許可するポリシーもあります。その場合の番号は
        <a href={at.to('aadsts/aadsts53003.html')}>AADSTS53003</a>で、ブラウザーからサインインすれば解決します。
      </p>
    </Part>
    <Part id="consent" title="メールソフトへの同意">
      <p>
        組織でまだ使われていないメールソフトには、同意が必要です。許可していれば利用者本人の、そうでなければ管理者の同意です。Entra
        管理センター →「エンタープライズ アプリ」→ 対象のソフト
        →「アクセス許可」→「管理者の同意を与えます」で同意できます。求められるのは、委任されたアクセス許可の{' '}
        <code>IMAP.AccessAsUser.All</code>、<code>POP.AccessAsUser.All</code>、<code>SMTP.Send</code>、
        <code>offline_access</code> です。
      </p>
      <p>
        利用者のいないサービス（クライアント資格情報）には、アプリケーションのアクセス許可（
        <code>IMAP.AccessAsApp</code> など）に加えて、開くメールボックスごとの権限が Exchange
        で必要です。同意だけでは足りません。
      </p>
    </Part>
    <Part id="who-still" title="パスワードを使っているのは誰か">
      <p>
        Exchange 管理センターの「レポート」→「メール フロー」に「SMTP AUTH
        クライアント送信レポート」があります。どのメールボックスが、基本認証と OAuth
        のどちらでサインインしたかが分かります。2026 年 12 月末より前に確認してください。
      </p>
    </Part>
    <Part id="calendar" title="覚えておきたい日付">
      <dl class="facts">
        <dt>2022 年 10 月 1 日から</dt>
        <dd>POP と IMAP でパスワードが使えなくなりました。元に戻すことは誰にもできません。</dd>
        <dt>2026 年 12 月末</dt>
        <dd>既存の組織で、パスワードによる SMTP AUTH が既定でオフになります。管理者がオンに戻せます。</dd>
        <dt>2026 年 12 月より後</dt>
        <dd>新しい組織では、SMTP のパスワードは既定で使えません。OAuth を使います。</dd>
        <dt>2027 年後半</dt>
        <dd>SMTP のパスワードが完全に終了する日を、Microsoft が発表します。</dd>
      </dl>
    </Part>
    <Part id="settings" title="利用者に伝える設定">
      {settings('work')}
    </Part>
    <Part id="sources" title="出典">
      <ul>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission">
            Microsoft：認証済みクライアント SMTP 送信の有効化と無効化
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://learn.microsoft.com/entra/fundamentals/security-defaults">
            Microsoft：セキュリティの既定値群
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">
            Microsoft：IMAP、POP、SMTP の OAuth 認証
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835">
            Exchange チームによる SMTP AUTH の予定
          </Elsewhere>
          （2026 年 1 月 27 日）
        </li>
      </ul>
    </Part>
  </>
)
