import { Elsewhere, Note, Part, Quote, Table } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'

export const devices: Guide = ({ at, finding, programs }) => (
  <>
    <Note kind="warning">
      <p>
        <strong>先に結論を：</strong>
        個人用アカウント（Hotmail、Outlook.com）では、パスワードしか使えない機器からの送信はもうできません。Microsoft
        365 では、管理者が許可していればまだ送れますが、2026 年 12 月末に既定でオフになります。その後に残る方法は 3
        つあり、そのうち 2 つはサインインが要りません。
      </p>
    </Note>
    <Part id="what-it-says" title="機器に出るメッセージとその意味">
      <p>
        機器の画面では、サーバーの応答が短く省略されがちです。機器のログや管理画面で元の文を探し、
        <a href={at.to('explain.html')}>貼り付けて</a>調べてください。よくあるのは次のものです。
      </p>
      <ul>
        <li>
          <Quote>535 5.7.139 … SmtpClientAuthentication is disabled for the Mailbox</Quote>：
          {finding('smtp-auth-off-mailbox')}
        </li>
        <li>
          <Quote>535 5.7.139 … SmtpClientAuthentication is disabled for the Tenant</Quote>：
          {finding('smtp-auth-off-tenant')}
        </li>
        <li>
          <Quote>535 5.7.139 … basic authentication is disabled</Quote>：{finding('basic-auth-retired')}
        </li>
        <li>
          <Quote>5.2.252 SendAsDenied</Quote>：{finding('sender-not-allowed')}
          。機器に設定した差出人（From）は、サインインに使うアカウントのアドレスでなければなりません。
        </li>
        <li>
          TLS や接続についてのメッセージ：古いファームウェアは TLS 1.0 にしか対応していないことが多く、Microsoft
          に拒否されます。
        </li>
      </ul>
    </Part>
    <Part id="oauth" title="まず確認：その機器は「Microsoft でサインイン」に対応していますか">
      <p>
        新しいファームウェアで OAuth 2.0
        に対応したメーカーもあります。対応していれば、ほかの準備は要りません。更新してメールの設定で「OAuth2」を選び、送信に使うメールボックスで一度サインインするだけです。メーカーの公開情報から分かっていることをまとめました。
      </p>
      {programs('work', 'devices')}
    </Part>
    <Part id="ways" title="Microsoft 365 で残されている方法">
      <Table
        caption="機器から送信する 4 つの方法"
        head={['方法', 'サーバーとポート', '送れる相手', '必要なもの', '期限']}
        rows={[
          [
            '認証済み SMTP（パスワード）',
            'smtp.office365.com、587、STARTTLS',
            '誰にでも',
            '認証済み SMTP を有効にしたメールボックス。セキュリティの既定値群はオフ',
            '2026 年 12 月末に既定でオフ。完全な終了日は 2027 年後半に発表予定',
          ],
          [
            '認証済み SMTP（OAuth 2.0）',
            'smtp.office365.com、587、STARTTLS',
            '誰にでも',
            '対応したファームウェア',
            '終了の発表なし',
          ],
          [
            'コネクタによる中継',
            'ドメインの MX、25、STARTTLS',
            '誰にでも',
            '固定のグローバル IP アドレスまたは証明書と、Exchange Online のコネクタ',
            '終了の発表なし',
          ],
          [
            'ダイレクト送信（Direct Send）',
            'ドメインの MX、25',
            '自分の組織の中だけ',
            '外向きのポート 25、自社のアドレスを含む SPF レコード。「Reject Direct Send」で拒否していないこと',
            '終了の発表なし',
          ],
        ]}
      />
      <p>
        ドメインの MX は <code>contoso-com.mail.protection.outlook.com</code> のような名前です。ポート 25
        を閉じている回線事業者は多く、その回線からは下の 2 つの方法を使えません。
      </p>
      <p>
        組織内への大量送信には、High Volume Email（<code>smtp-hve.office365.com</code>）もあります。2028 年 9
        月までパスワードが使えますが、送れる相手は自分の組織の中だけです。
      </p>
    </Part>
    <Part id="password-still" title="当面パスワードで送るしかないとき">
      <ol class="steps">
        <li>
          <p>
            機器専用のメールボックスを用意し、ほかの用途には使わないでください。パスワードが漏れても、誰かのメールを読まれる心配がありません。
          </p>
        </li>
        <li>
          <p>
            管理者が、そのメールボックスだけ認証済み SMTP を有効にします（組織全体では有効にしません）。
            <a href={at.to('guides/administrators.html', 'smtp-auth')}>手順はこちら</a>
          </p>
        </li>
        <li>
          <p>
            サーバーは <code>smtp.office365.com</code>、ポートは <code>587</code>、暗号化は STARTTLS
            です。ユーザー名と差出人（From）の<em>両方</em>に、そのメールボックスのアドレス全体を入力します。
          </p>
        </li>
        <li>
          <p>
            同じネットワークのパソコンから、同じ値で確かめます。<code>sparekey check</code>{' '}
            が一つずつ試して、どこで失敗するかを示します。
          </p>
        </li>
        <li>
          <p>
            2026 年 12
            月より後の方法を、いまのうちに決めておきます。ファームウェアの更新、コネクタによる中継、機器向けのメール送信サービスなどです。
          </p>
        </li>
      </ol>
    </Part>
    <Part id="personal" title="Hotmail や Outlook.com の場合">
      <p>
        有効にするスイッチも、使えるアプリ パスワードも、もうありません。代わりの方法は、SMTP でパスワードやアプリ
        パスワードをいまも受け付けるほかの事業者のアカウントを使う、回線事業者の送信サーバーを使う、NAS
        やカメラならメールの代わりにメーカーのアプリで通知を受ける、などです。
      </p>
    </Part>
    <Part id="sources" title="出典">
      <ul>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365">
            Microsoft：複合機やアプリケーションからメールを送る設定
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835">
            Exchange チームによる SMTP AUTH の予定
          </Elsewhere>
          （2026 年 1 月 27 日）
        </li>
        <li>
          <Elsewhere url="https://petri.com/high-volume-email-delivery-internal-recipients/">
            Petri：組織内向けの High Volume Email
          </Elsewhere>
          （2026 年 11 月 30 日確認）
        </li>
      </ul>
    </Part>
  </>
)
