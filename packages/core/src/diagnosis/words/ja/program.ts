import { outlookIn, pages, protocolNames } from '../parts.ts'
import type { NextStep } from '../../finding.ts'
import type { Circumstances, ProgramWords } from '../words.ts'
import { checkAgain, mailServer, programName, rightSettings, signInAgain, webMailStep } from './phrases.ts'

/** このソフトについて分かっていること。なければ、たいていの場合に役立つこと。 */
const anotherWay = ({ program }: Circumstances): NextStep[] => {
  if (program?.instead) return [{ text: program.instead.ja }]
  const classicOutlook = {
    text: 'クラシック版の Outlook の場合は、アカウントをいったん削除し、メールアドレスだけを入力して追加し直してください。POP や IMAP ではなく Microsoft のアカウント（Exchange）として設定され、Microsoft にサインインできるようになります。',
  }
  return [
    { text: '新しい版が対応していないか確かめ、対応していれば更新してください。' },
    ...(program ? [] : [classicOutlook]),
    { text: 'または、Thunderbird や新しい Outlook など、対応しているソフトに替えてください。' },
  ]
}

export const program: ProgramWords = {
  'program-cannot-oauth': (about) => ({
    title: `${programName(about) ?? 'このメールソフト'}では、${about.protocol ? `${protocolNames[about.protocol]} で ` : ''}Microsoft にサインインできません`,
    explanation: `このアカウントで使えるのは、パスワードではなく、Microsoft の画面でサインインする OAuth 2.0 だけです。${programName(about) ?? 'このメールソフト'}がこの種類のアカウントで OAuth 2.0 に対応しているという情報はありません。設定を変えても、アプリ パスワードを作っても解決しません。`,
    nextSteps: [...anotherWay(about), webMailStep(about)],
  }),
  'program-too-old': (about) => ({
    title: 'プログラムのサインイン方法が古く、このアカウントでは使えません',
    explanation:
      'プログラムが、Microsoft の古いサインイン サービス（v1）を使っています。このサービスは、個人用アカウントにはトークンを発行しません。アカウントやパスワードが原因ではありません。',
    nextSteps: [
      { text: 'プログラムを更新してください。新しい版は、今のサービス（v2.0）を使います。' },
      {
        text: '自作のプログラムの場合は、v2.0 の URL を使ってください: https://login.microsoftonline.com/common/oauth2/v2.0/authorize と …/token',
      },
      { ...signInAgain(about), text: 'sparekey でサインインする場合:' },
    ],
  }),
  'client-refused': () => ({
    title: 'Microsoft がプログラムのクライアント ID を受け付けません',
    explanation:
      'Microsoft にサインインするプログラムには、作った人が登録した「クライアント ID」があります。今回の ID は、登録されていないか、無効にされているか、この種類のアカウント用ではないか、登録内容（リダイレクト URI、パブリック クライアント、シークレット）がプログラムの使い方と合っていません。アカウントやパスワードが原因ではありません。',
    nextSteps: [
      {
        text: 'クライアント ID を自分で入力した覚えがない場合は、プログラムを更新するか、AADSTS で始まる番号をプログラムの作者に知らせてください。',
      },
      { text: '自分で入力した場合は、受け取ったものと一字一句同じか確かめてください。' },
      {
        text: '登録した人は登録内容を開き、この種類のアカウント（個人用、職場用、または両方）に対応しているか、「パブリック クライアント フローを許可する」がオンでシークレットを送っていないか、リダイレクト URI（http://localhost など）が「モバイル アプリケーションとデスクトップ アプリケーション」に登録されているかを確かめてください。',
        url: pages.appRegistrations,
      },
    ],
  }),
  'scope-wrong': (about) => ({
    title: 'プログラムが求めたアクセス許可が正しくありません',
    explanation:
      'プログラムが求めたアクセス許可（スコープ）は、存在しないか、一緒には使えない組み合わせか、この種類のアカウントでは使えません。アカウントやパスワードが原因ではありません。',
    nextSteps: [
      { text: 'プログラムを更新してください。アクセス許可は、プログラムの中で決められています。' },
      {
        text: `自分で入力する場合は、${outlookIn(about)}/IMAP.AccessAsUser.All、…/POP.AccessAsUser.All、…/SMTP.Send のうち必要なもの（それぞれ先頭に ${outlookIn(about)} を付けます）と offline_access を指定してください。Microsoft Graph のアクセス許可とは一緒に指定できません。${about.account === 'work' ? '' : '個人用アカウントでは「.default」も使えません。'}`,
      },
    ],
  }),
  'request-malformed': (about) => ({
    title: 'プログラムが送った要求を、Microsoft が読み取れませんでした',
    explanation:
      'プログラムが送ったサインインの要求に、足りない項目があるか、壊れた部分があります。保存されていたリフレッシュ トークンなどが途中で切れている場合もあります。パスワードが原因ではありません。',
    nextSteps: [
      {
        text: 'プログラムからアカウントのサインイン情報を削除し、パソコンの普段のブラウザーを使って、もう一度 Microsoft にサインインしてください。',
      },
      {
        text: '自作のプログラムの場合は、各項目とそのエンコード方法を Microsoft の説明と照らし合わせてください。トークンの途中に改行は入りません。',
      },
      { ...signInAgain(about), text: 'sparekey の場合は、もう一度サインインしてください。' },
    ],
  }),
  'client-protocol-error': (about) => ({
    title: 'メールソフトの送った内容を、サーバーが理解できませんでした',
    explanation: `${mailServer(about)}がコマンドを拒否したか、それを理由に切断しました。メールソフトの通信の仕方が、このサーバーに合っていません。たとえば、AUTH の行にトークンを続けて書いている（POP3 では別の行に書きます）、1 行が長すぎる、サーバーが示していないサインイン方法を使っている、といった場合です。パスワードの確認までは進んでいません。`,
    nextSteps: [
      { text: 'メールソフトを更新してください。この種の不具合は、新しい版で直っていることがあります。' },
      { text: 'POP3 を使っていて、メールソフトが IMAP に対応している場合は、IMAP に変えてください。' },
      rightSettings(about),
      { text: 'それでも続く場合は、サーバーの返答をメールソフトの作者に知らせてください。' },
    ],
  }),
  'tls-too-old': (about) => ({
    title: 'プログラムや機器の暗号化方式が古すぎます',
    explanation:
      'Microsoft は TLS 1.2 以降しか受け付けませんが、このプログラムや機器は TLS 1.0 か 1.1 で接続しました。サインインは行われておらず、パスワードが原因ではありません。',
    nextSteps: [
      { text: 'プログラムを更新してください。プリンター、スキャナー、NAS の場合はファームウェアを更新します。' },
      {
        text: '古い OS では、TLS 1.2 が使えるか、オンになっているかを確かめてください。Windows 7 や 8 では、プログラムから使えるように設定する必要があります。',
      },
      {
        text: '機器を更新できない場合は、TLS 1.2 で送り直せる中継サーバーを社内や家庭内に置き、機器からはそこへ送るようにしてください。',
        url: pages.olderTls,
      },
      checkAgain(about),
    ],
  }),
}
