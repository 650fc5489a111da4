import { protocolNames, run } from '../parts.ts'
import type { Circumstances, SettingsWords } from '../words.ts'
import { checkAgain, named, rightSettings } from './phrases.ts'

const fields: Record<Circumstances['differences'][number]['field'], string> = {
  host: 'サーバー名',
  port: 'ポート',
  security: '暗号化方式',
  spa: '「セキュリティで保護されたパスワード認証（SPA）」',
  authentication: '「送信サーバー（SMTP）は認証が必要」',
  username: 'ユーザー名',
}
const values: Record<string, string> = {
  tls: 'SSL/TLS',
  starttls: 'STARTTLS',
  none: '暗号化なし',
  on: 'オン',
  off: 'オフ',
}
const value = (text: string) => values[text] ?? text

export const settings: SettingsWords = {
  ok: (about) => ({
    title: '問題は見つかりませんでした',
    explanation:
      about.signedIn === false
        ? 'サーバーにつながり、証明書は有効で、サインインの手段も用意されています。パスワードは送っていないため、サインインそのものは確かめていません。'
        : 'サーバーにつながり、証明書は有効で、サインインもできました。',
    nextSteps: [
      {
        text: 'それでもメールソフトで送受信できない場合は、メールソフト側の設定が違っています。正しい設定と見比べてください。',
        ...run(about, 'settings'),
      },
    ],
  }),
  'settings-differ': (about) => ({
    title: 'メールソフトの設定が正しくありません',
    explanation:
      'メールソフトの設定が、このアドレスに必要なものと違っています。設定が違うままではサインインできないため、先に設定を直してください。サインインそのものに問題がないかは、そのあとで分かります。',
    nextSteps: [
      ...(about.differences.length === 0
        ? [rightSettings(about)]
        : about.differences.map(({ protocol, field, now, right }) => ({
            text: `${protocolNames[protocol]}: ${fields[field]}を「${value(now)}」から「${value(right)}」に変えてください。`,
          }))),
      checkAgain(about),
    ],
  }),
  'not-a-microsoft-address': (about) => ({
    title: 'Microsoft のメールアドレスではありません',
    explanation: `ドメインを調べたかぎり、${named(about.address, 'このアドレス')}のメールは Microsoft に届いていません。そのため、正しい設定が分かりません。`,
    nextSteps: [
      { text: 'メールアドレスのつづりを確かめてください。' },
      {
        text: 'それでも Microsoft のメールボックスである場合は、メールソフトに入っている設定を指定してください。',
        command: `sparekey check ${about.address ?? 'ADDRESS'} --using imap=outlook.office365.com:993/tls`,
      },
    ],
  }),
  'legacy-host-retired': (about) => ({
    title: 'このサーバーは廃止されます',
    explanation: `${named(about.host, '名前に「-legacy」の付くサーバー')}は、TLS 1.0 と 1.1 にしか対応していない古いソフトや機器のために残されていたものです。Microsoft はこれらのサーバーを廃止します。POP と IMAP では、2026 年 7 月 1 日から 12 月 31 日までのあいだに、組織ごとに順に使えなくなります。そのあとに残るのは、TLS 1.2 が必要な通常のサーバーだけです。`,
    nextSteps: [
      rightSettings(about),
      { text: 'ソフト、OS、機器のファームウェアを、TLS 1.2 に対応したものに更新してください。' },
      checkAgain(about),
    ],
  }),
  'mx-elsewhere': (about) => ({
    title: about.exchange
      ? `このドメインのメールの届け先は、Microsoft ではなく ${about.exchange} です`
      : 'このドメインのメールは Microsoft にありません',
    explanation: `ドメインの MX レコードによると、${named(about.address, 'このアドレス')}のメールは、${named(about.exchange, 'Microsoft 以外のサーバー')}に届きます。メールボックスもそこにあると考えられ、Microsoft のサーバーには、このアドレスもパスワードも登録されていません。`,
    nextSteps: [
      { text: 'メールボックスの提供元が案内しているサーバーを、メールソフトに設定してください。' },
      {
        text: 'フィルターやゲートウェイを経由するだけで、メールボックスが Microsoft にある場合は、Microsoft のサーバーを指定してください。',
        command: `sparekey check ${about.address ?? 'ADDRESS'} --using imap=outlook.office365.com:993/tls`,
      },
    ],
  }),
}
