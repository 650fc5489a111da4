import type { MessageProblem } from '@sparekey/core'
import type { MailWords } from '../mail.ts'

export const mail: MailWords = {
  mail: {
    sent: 'メールは受け付けられました。',
    notSent: 'メールは送信されていません。サーバーがどの宛先も受け付けませんでした。',
    deliveryUnknown:
      'それでもメールは送信された可能性があります。送り直す前に、送信済みのフォルダーを確かめてください。',
    viaGraph: 'このメールボックスでは SMTP が Microsoft 側で無効なため、代わりに Microsoft Graph で送信しました。',
    sentTo: '宛先',
    rejected: '拒否された宛先',
    serverSaid: 'サーバーの返答',
    noMessages: (folder) => `${folder} にメールはありません。`,
    messageId: 'Message-ID',
    uid: '番号',
    date: '日時',
    from: '差出人',
    to: '宛先',
    cc: 'Cc',
    subject: '件名',
    noSubject: '（件名なし）',
    noText: '（本文なし）',
    madeFromHtml: '（HTML の本文から作成）',
    attachments: '添付ファイル',
    unnamed: '（名前なし）',
    units: { bytes: 'バイト', KB: 'KB', MB: 'MB', GB: 'GB' },
    unread: (mark) => `${mark} は未読です`,
    moreThanShown: (shown) => `新しいものから ${shown} 件を表示しています。--limit で増やせます。`,
  },
  problems: {
    'bad-message': (of) => messageProblems[of.problem],
    'folder-missing': ({ folder, folders = [] }) =>
      `「${folder}」というフォルダーはありません。${folders.length === 0 ? '' : `あるのは次のフォルダーです: ${folders.join('、')}`}`,
    'message-missing': (of) =>
      `番号 ${of.uid ?? '?'} のメールはありません。今あるメールは sparekey list で確認できます。`,
    'message-refused': () => 'サーバーがメールを受け付けませんでした。何も送信されていません。',
  },
}

const messageProblems: Readonly<Record<MessageProblem, string>> = {
  'no-header': 'メールのファイルではありません。先頭がヘッダーになっていません。',
  'no-sender': 'メールに差出人がありません。From にアドレスがありません。',
  'no-recipients':
    'メールに宛先がありません。To、Cc、Bcc のどれにもアドレスがありません。--to、--cc、--bcc のいずれかで指定してください。',
  'too-many-recipients': '宛先が多すぎます。Microsoft で一度に送れるのは 500 件までです。',
  'too-large': 'メールが大きすぎるため、途中で読み込みをやめました。',
  'too-complex':
    'メールを表示できません。入れ子が深すぎるか、ヘッダーが長すぎます。--raw を付けると、そのままのデータを書き出せます。',
}
