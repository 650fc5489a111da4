import type { MailboxWords } from '../words.ts'

export const mailbox: MailboxWords = {
  mail: {
    folders: 'フォルダー',
    messages: 'メッセージ',
    unread: (count) => `（未読 ${count}）`,
    unreadMark: '未読:',
    state: (messages, unread) =>
      messages === 0 ? 'メッセージはありません。' : `メッセージ ${messages} 件（未読 ${unread} 件）`,
    noSubject: '（件名なし）',
    noSender: '（差出人なし）',
    noRecipient: '（宛先なし）',
    noText: 'このメッセージに本文はありません。',
    noFlags: 'なし',
    pages: 'ページ',
    page: (number, of) => `${of} ページ中 ${number} ページ目`,
    newer: '新しいメッセージ',
    older: '古いメッセージ',
    reload: '再読み込み',
    reloadEvery: (seconds) => `${seconds} 秒ごとに再読み込みする`,
    backTo: (folder) => `「${folder}」に戻る`,
    from: '差出人',
    to: '宛先',
    received: '受信日時',
    flags: 'IMAP フラグ',
    frame: '差出人のデザインによる表示。スクリプト、リンク、外部の画像は動作しません',
    text: 'テキスト形式の本文',
    headers: 'すべてのヘッダー',
    source: 'メッセージのソース',
    attachments: '添付ファイル',
    octets: (count) => `${count.toLocaleString('ja')} バイト`,
  },
}
