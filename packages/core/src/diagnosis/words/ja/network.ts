import type { NextStep } from '../../finding.ts'
import { protocolNames, run } from '../parts.ts'
import type { NetworkWords } from '../words.ts'
import { mailServer, named, place, rightSettings, tryLater } from './phrases.ts'

const otherNetwork: NextStep = {
  text: 'スマートフォンのテザリングなど、別の回線で試してください。メール用のポートをふさいでいる回線やセキュリティソフトがあります。',
}

export const network: NetworkWords = {
  'host-not-found': (about) => ({
    title: 'サーバー名が見つかりません',
    explanation: `${named(about.host, 'サーバー名')}のアドレスを調べられませんでした。サーバー名の入力間違い、すでに使われていない古い名前、インターネットにつながっていない、のいずれかです。`,
    nextSteps: [
      rightSettings(about),
      { text: 'ブラウザーで適当なページを開き、インターネットにつながっているか確かめてください。' },
    ],
  }),
  'connection-refused': (about) => ({
    title: 'サーバーが接続を受け付けていません',
    explanation: `${place(about)}への接続が拒否されました。そのポートでは何も動いていないか、ファイアウォールに遮断されています。`,
    nextSteps: [rightSettings(about), otherNetwork],
  }),
  'connection-timeout': (about) => ({
    title: 'サーバーから応答がありません',
    explanation: `${place(about)}から、制限時間内に応答がありませんでした。途中のファイアウォールや回線が通信を止めているか、ポートが違うか、最初から暗号化（SSL/TLS）が必要なポートで、サーバーのあいさつを待ち続けているかのいずれかです。`,
    nextSteps: [
      rightSettings(about),
      otherNetwork,
      {
        text: '回線が遅い場合は、待ち時間を延ばしてください。',
        ...run(about, 'check', ' --timeout 60'),
      },
    ],
  }),
  'connection-dropped': (about) => ({
    title: '接続が途中で切れました',
    explanation: `${place(about)}は接続を受け付けましたが、返すはずの応答を返さずに切断しました。サーバーが混み合っているか、この回線からの接続を拒否しているか、途中の機器が通信を切っています。`,
    nextSteps: [tryLater, rightSettings(about)],
  }),
  'tls-needed': (about) => ({
    title: '通信が暗号化されません',
    explanation: `${place(about)}とは暗号化（TLS）なしでしか通信できないか、途中で暗号化が妨げられました。このままでは、パスワードが誰にでも読める形で流れてしまいます。パスワードは送っていません。`,
    nextSteps: [
      {
        text: 'メールソフトの暗号化方式を、IMAP（ポート 993）と POP3（ポート 995）は SSL/TLS、SMTP（ポート 587）は STARTTLS にしてください。',
      },
      rightSettings(about),
      {
        text: '設定が正しい場合は、サーバーとのあいだで何かが暗号化を外しています。別の回線を使い、メールを検査するセキュリティソフトも確かめてください。',
      },
    ],
  }),
  'tls-not-spoken': (about) => ({
    title: 'サーバーが TLS に対応していません',
    explanation: `${place(about)}との暗号化通信を始められませんでした。相手の返答が TLS ではありません。多くの場合、別の暗号化方式（SSL/TLS ではなく STARTTLS）のポートか、別のサービスのポートです。パスワードは送っていません。`,
    nextSteps: [
      rightSettings(about),
      { text: '暗号化通信を検査するセキュリティソフトや回線がないか確かめてください。' },
    ],
  }),
  'certificate-untrusted': (about) => ({
    title: 'サーバーの証明書が信頼できません',
    explanation: `${place(about)}の証明書は、このコンピューターが信頼する認証局のものではありません。暗号化通信を検査するセキュリティソフトや社内ネットワークのほか、偽のサーバーの可能性もあります。パスワードは送っていません。`,
    nextSteps: [
      {
        text: '別の回線で試してください。また、セキュリティソフトの「メール検査」や「SSL スキャン」を一時的に切り、原因かどうか確かめてください。',
      },
      { text: '誰の証明書か分からないうちは、メールソフトで証明書を許可しないでください。' },
    ],
  }),
  'certificate-wrong-name': (about) => ({
    title: '証明書が別のサーバーのものです',
    explanation: `${place(about)}の証明書に、${named(about.host, 'そのサーバー')}の名前がありません。サーバー名が間違っているか古いか、別のサーバーが代わりに応答しています。パスワードは送っていません。`,
    nextSteps: [rightSettings(about), { text: 'サーバー名が正しい場合は、別の回線で試してください。' }],
  }),
  'certificate-expired': (about) => ({
    title: 'サーバーの証明書が有効期間外です',
    explanation: `${named(about.host, 'サーバー')}の証明書は、期限が切れているか、まだ有効になっていません。Microsoft のサーバーの場合、たいていはこのコンピューターの時計のずれか、途中に入っているソフトが原因です。パスワードは送っていません。`,
    nextSteps: [
      { text: 'このコンピューターの日付、時刻、タイムゾーンを確かめてください。' },
      { text: '合っている場合は、別の回線で試してください。' },
    ],
  }),
  'not-a-mail-server': (about) => ({
    title: `${mailServer(about)}ではないものが応答しています`,
    explanation: `${place(about)}から応答がありましたが、${named(about.protocol && protocolNames[about.protocol], 'メール')}のものではありませんでした。別のサービスのポートか、ホテルやカフェなどの回線の利用手続きの画面が代わりに応答していると考えられます。`,
    nextSteps: [
      rightSettings(about),
      { text: '外出先の回線では、先にブラウザーで適当なページを開き、回線の利用手続きを済ませてください。' },
    ],
  }),
  'mock-not-running': () => ({
    title: 'モックが起動していません',
    explanation:
      'サーバーマップが使われていますが、その接続先であるこのコンピューターのモックが応答しません。停止したか、サーバーマップの作成後にコンピューターが再起動されています。Microsoft には何も送っていません。アカウントに問題はありません。',
    nextSteps: [
      { text: '同じファイルを指定して、モックをもう一度起動してください。', command: 'sparekey mock --write FILE' },
      { text: '本物のサーバーにつなぐ場合は、--servers を外し、環境変数 SPAREKEY_SERVERS も取り除いてください。' },
    ],
  }),
}
