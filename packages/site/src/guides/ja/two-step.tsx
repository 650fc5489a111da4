import { Elsewhere, Note, Part, Quote } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'

export const twoStep: Guide = ({ at, finding, settings, programs }) => (
  <>
    <Note kind="warning">
      <p>
        <strong>先に結論を：</strong>2024 年 9 月 16 日以降、Hotmail、Outlook.com、Live、MSN
        のメールは、どのパスワードを使ってもメールソフトでは送受信できません。アプリ パスワードも同じです。2
        段階認証がオンかオフかは、もう関係ありません。使えるのは、Microsoft
        の画面でサインインする方法（「OAuth2」「先進認証」）だけで、それに対応したソフトが必要です。
      </p>
    </Note>
    <Part id="what-happened" title="何が起きたのか">
      <p>
        Microsoft アカウントの 2 段階認証をオンにしたら、メールソフトで受信も送信もできなくなった。以前なら、解決策は
        <strong>アプリ パスワード</strong>
        でした。アカウントのセキュリティ ページで作る小文字のローマ字 16
        文字を、いつものパスワードの代わりにメールソフトへ入力する方法です。いまもそう説明しているページは数多くあり、書かれた当時は正しい内容でした。
      </p>
      <p>
        その後 Microsoft は、パスワードでサインインする仕組みそのものを廃止しました。個人用アカウントでは 2024 年 9 月
        16 日からです。アプリ パスワードを作るページはいまも残っていて、16
        文字も表示されます。しかしメールサーバーは、ほかのパスワードと同じように拒否します。多くの場合、次のような応答になります。
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
        これ以外のメッセージが出ている場合は、<a href={at.to('explain.html')}>こちらに貼り付けて</a>
        調べてください。{finding('account-blocked')}など、原因が別にあることもあります。
      </p>
    </Part>
    <Part id="which-account" title="まず確認：どのアカウントですか">
      <p>アカウントの種類によってルールが違います。メールアドレスの @ から後ろを見てください。</p>
      <dl class="facts">
        <dt>hotmail、outlook、live、msn</dt>
        <dd>個人用アカウントです。パスワードは、受信も送信も 2024 年 9 月 16 日で使えなくなりました。</dd>
        <dt>会社や学校のドメイン</dt>
        <dd>
          メールが Microsoft 365 にあるなら、職場または学校のアカウントです。パスワードでの受信は 2022 年 10
          月から順次廃止されました。パスワードでの送信は 2026 年 12
          月末に既定でオフになります。その前も後も、使えるかどうかは組織の管理者が決めます。
        </dd>
      </dl>
    </Part>
    <Part id="which-program" title="次に確認：どのソフトですか">
      <p>
        お使いのプロトコルで「Microsoft
        でサインイン」に対応したソフトが必要です。個人用アカウントについて分かっていることを表にまとめました。
      </p>
      {programs('personal', 'people')}
      <p>
        Outlook 2016 と 2019 については補足が必要です。アプリ パスワードの解説には Outlook 2016
        を例にしたものが多いからです。この 2 つは、POP や IMAP
        のアカウントではこのサインインに対応しておらず、設定を変えても使えるようになりません。残された方法は
        <a href={at.to('programs/outlook-2016.html')}>Outlook 2016</a>、
        <a href={at.to('programs/outlook-2019.html')}>Outlook 2019</a>
        のページをご覧ください。どちらも 2025 年 10 月にサポートが終了しています。
      </p>
    </Part>
    <Part id="what-now" title="いま何をすればよいか">
      <ol class="steps">
        <li>
          <p>
            ブラウザーで <Elsewhere url="https://outlook.live.com/">outlook.live.com</Elsewhere>{' '}
            にサインインします。できれば、アカウントにもパスワードにも問題はなく、メールも無事です。以下の作業が終わるまで、読み書きもここでできます。
          </p>
        </li>
        <li>
          <p>
            2
            段階認証はオンのままにしておきます。オフにしても、メールソフトでパスワードが使えるようにはなりません。アカウントが乗っ取られやすくなるだけです。
          </p>
        </li>
        <li>
          <p>
            ソフトが対応している場合は、最新版に更新し、保存されているパスワードを消してから、受信と送信の<em>両方</em>
            で認証方式に「OAuth2」（「先進認証」「Microsoft
            でサインイン」）を選びます。アカウントを追加し直しても構いません。Microsoft
            の画面が開くので、そこでパスワードと確認コードを入力します。
          </p>
        </li>
        <li>
          <p>
            対応していない場合は、表にあるほかのソフトをお使いください。IMAP
            ならフォルダーはサーバーにあるので、新しいソフトにもそのまま表示されます。POP
            の場合、受信後にサーバーから削除したメールは、古いソフトの中にしかありません。使うのをやめる前に、必ず書き出して（エクスポートして）ください。
          </p>
        </li>
        <li>
          <p>
            下の設定と見比べます。あわせて、このメールボックスで POP や IMAP
            が許可されているかも確かめてください。outlook.live.com の「設定」→「メール」→「転送と IMAP」にあります。
          </p>
        </li>
      </ol>
    </Part>
    <Part id="settings" title="現在の設定">
      <p>
        個人用アカウントの設定です。ユーザー名はメールアドレス全体です。「セキュリティで保護されたパスワード認証（SPA）」は、どのソフトでもオフにします。
      </p>
      {settings('personal')}
      <p>
        職場や学校のアカウントの設定、ほかの時期の設定は、<a href={at.to('settings.html')}>設定のページ</a>
        で調べられます。
      </p>
    </Part>
    <Part id="still-not" title="それでも使えないとき">
      <ul>
        <li>
          受信はできるが送信が拒否される：{finding('smtp-auth-off-mailbox')}。新しい個人用メールボックスでは SMTP
          がオフになっていて、持ち主が切り替えることはできません。SMTP を使わずに送るもの（現在の Outlook
          やブラウザー）なら送信できます。
        </li>
        <li>サインインはできるが、フォルダーが開かない：{finding('mailbox-not-connected')}</li>
        <li>数週間使えていたのに、またサインインを求められる：{finding('token-expired')}</li>
        <li>
          そのほかの場合は、<a href={at.to('explain.html')}>メッセージを貼り付けて</a>調べるか、
          <a href={at.to('findings/index.html')}>原因の一覧</a>をご覧ください。
        </li>
      </ul>
    </Part>
    <Part id="sources" title="出典">
      <ul>
        <li>
          <Elsewhere url="https://support.microsoft.com/office/modern-authentication-methods-now-needed-to-continue-syncing-outlook-email-in-non-microsoft-email-apps-c5d65390-9676-4763-b41f-d7986499a90d">
            Microsoft：先進認証が必要になることについて
          </Elsewhere>
          （個人用アカウントのパスワード廃止）
        </li>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online">
            Microsoft：Exchange Online での基本認証の廃止
          </Elsewhere>
          （職場と学校のアカウント）
        </li>
        <li>
          <Elsewhere url="https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835">
            Exchange チームによる送信の廃止予定
          </Elsewhere>
          （2026 年 1 月 27 日）
        </li>
      </ul>
    </Part>
  </>
)
