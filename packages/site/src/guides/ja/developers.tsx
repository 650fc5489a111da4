import { Command, Elsewhere, Part } from '../../layout/elements.tsx'
import type { Guide } from '../guide.ts'
import { tryTest, useContainer, useMock } from '../programs.ts'

export const developers: Guide = ({ at }) => (
  <>
    <Part id="why" title="なぜモックなのか">
      <p>
        Microsoft のメールにサインインするコードは、思いどおりに再現できない理由で動かなくなります。2
        段階認証、期限切れのトークン、SMTP AUTH がオフの組織、8
        月に変わったサーバーの文。テスト用に本物のアカウントを用意しても、利用を制限され、失敗が続けばブロックされ、元の状態に戻すこともできません。sparekey
        は、Microsoft の POP3、IMAP、SMTP、OAuth 2.0
        のサインインを、手元のパソコンで動くサーバーとして提供します。本物のソケットと TLS を使い、Microsoft
        と同じ文面で、指定した日付のルールに従って応答します。外部とは一切通信しません。
      </p>
    </Part>
    <Part id="in-a-test" title="テストの中で使う">
      <p>
        Node 20.19 以降の TypeScript または JavaScript
        で使えます。ポートは空いているものを使い、インスタンスどうしは何も共有しません。
      </p>
      <Command>npm install --save-dev @sparekey/mock-servers</Command>
      <Command>{tryTest}</Command>
      <p>
        クライアントに認証局として <code>microsoft.ca</code> を、サーバー名として公式の名前を渡すと、証明書の検証も
        Microsoft に接続するときと同じように行われます。サインインが拒否されたときは、どのルールと根拠によるものかが{' '}
        <code>microsoft.signIns</code> に残ります。通信に流れるのは、Microsoft と同じ応答だけです。
      </p>
    </Part>
    <Part id="any-language" title="ほかの言語から使う">
      <p>
        テストと並べてモックを起動します。ポート番号を表示し、公式のサーバー名が実際にはどこにあるかを示すサーバーマップを書き出します。アカウント、2
        段階認証、アプリ パスワード、時計、メールは HTTP で操作できます。
      </p>
      <Command>{useMock}</Command>
      <p>
        コンテナーなら、ポートは固定です（sparekey のソースで <code>npm run build</code> を実行してから）。
      </p>
      <Command>{useContainer}</Command>
    </Part>
    <Part id="what-to-try" title="テストしておきたいこと">
      <ul>
        <li>
          <strong>時期による違い。</strong>時計を 2021 年、2025
          年、今日に合わせると、同じパスワードが、受け付けられる、一般的な応答で拒否される、送る前に拒否される、と変わります。サーバーが{' '}
          <code>LOGINDISABLED</code> と応答しているときに、パスワードを送ってはいけません。
        </li>
        <li>
          <strong>POP3 の OAuth は 2 段階。</strong>
          <code>AUTH XOAUTH2</code> を送り、<code>+</code> を待ってからトークンを送ります。1 行で送ると、Microsoft
          は接続を閉じます。
        </li>
        <li>
          <strong>正しいのに拒否されるトークン。</strong>
          ほかのアカウントのもの、別のリソース用のもの、そのプロトコルのスコープがないもの、メールボックスの SMTP AUTH
          がオフの場合など。
        </li>
        <li>
          <strong>トークンの期限切れ。</strong>接続の途中で切れる場合と、更新トークンが 90 日使われずに切れる場合。
        </li>
        <li>
          <strong>デバイス コードの状態。</strong>待機中、拒否（Microsoft では <code>authorization_declined</code>
          ）、期限切れ。
        </li>
      </ul>
      <p>
        出会うことになる応答は、<a href={at.to('replies/index.html')}>サーバーの応答</a>と
        <a href={at.to('aadsts/index.html')}>AADSTS 番号</a>に、出典とともにまとめてあります。
      </p>
    </Part>
    <Part id="explain" title="利用者に理由を伝える">
      <p>
        同じ知識をライブラリとしても使えます。Node
        でもブラウザーでも動きます。エラーを貼り付けるページも、これで作られています。
      </p>
      <Command>
        {`import { explainText } from '@sparekey/core/explain'\n\nconst { finding } = explainText(error.message, { lang: 'ja' })\nconsole.log(finding.title, finding.nextSteps)`}
      </Command>
    </Part>
    <Part id="sources" title="出典">
      <ul>
        <li>
          <Elsewhere url="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">
            Microsoft：IMAP、POP、SMTP の OAuth 認証
          </Elsewhere>
        </li>
        <li>
          <Elsewhere url="https://github.com/getmail6/getmail6/issues/256">getmail6#256</Elsewhere>（POP3 の 2 段階）
        </li>
      </ul>
    </Part>
  </>
)
