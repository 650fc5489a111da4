import type { UsageWords, UsingProblem } from '../usage.ts'

export const usage: UsageWords = {
  usage: {
    noCommand: 'コマンドを指定してください。',
    flagBeforeCommand: (flag) => `${flag} は、コマンド名の後ろに付けてください。`,
    unknownCommand: (input, similar, all) =>
      `「${input}」というコマンドはありません。${similar.length === 0 ? `使えるコマンド: ${all.join('、')}` : didYouMean(similar)}`,
    unknownFlag: (flag, similar) => `${flag} というオプションはここでは使えません。${didYouMean(similar)}`,
    secretOnCommandLine:
      'パスワードをコマンドラインに書くと、ほかの人から見えてしまいます。--password-stdin を使うか、何も付けずに実行して、尋ねられたときに入力してください。',
    valueMissing: (flag) => `${flag} に値がありません。`,
    valueUnexpected: (flag) => `${flag} には値を付けられません。`,
    repeated: (flag) => `${flag} は 1 回しか指定できません。`,
    argumentMissing: (name) => `${name} がありません。`,
    tooManyArguments: (expected) =>
      expected === 0
        ? 'このコマンドに引数はありません。オプションだけを指定してください。'
        : `引数が多すぎます（${expected} 個まで）。`,
    badChoice: (flag, input, choices) =>
      `${flag} に「${input}」は指定できません。${choices.join('、')} から選んでください。`,
    badValue: (flag, reason) => `${flag}: ${reason}`,
    badLanguage: (input) => `--lang に指定できるのは en か ja です（「${input}」は使えません）。`,
    badTimeout: (input) => `--timeout には 0 より大きく 600 以下の秒数を指定してください（「${input}」は使えません）。`,
    notOneOf: (input, choices) => `「${input}」は使えません。${choices.join('、')} から選んでください。`,
    notADate: (input) => `「${input}」は日付ではありません。2021-05-01 のように指定してください。`,
    didYouMeanAddress: (address) => `もしかして ${address} ではありませんか。`,
    notACount: (input) => `「${input}」は 1 以上の整数ではありません。`,
    notAPort: (input) => `「${input}」は「名前=ポート番号」の形になっていません（例: imap=40993）。`,
    notAHost: (input) => `「${input}」はホスト名（例: mail.test）でも IP アドレスでもありません。`,
    noPortName: (name) => `「${name}」は使えません。名前は pop3、imap、smtp、http、https のいずれかです。`,
    bothFromStdin: (flag, other) => `${flag} と ${other} は、どちらも標準入力を使うため同時に指定できません。`,
    emlOrText: '説明するテキストと --eml は、どちらか一方だけを指定してください。',
    emlStandsAlone: (flag) => `--eml は完成したメールをそのまま送るため、${flag} と同時には使えません。`,
    notTogether: (flag, other) =>
      `${flag} と ${other} は別々のサインイン方法です。どちらか一方だけを指定してください。`,
    nothingToSend: '送る内容がありません。--text、--html、--attach、--eml のいずれかを指定してください。',
    noRecipient: '宛先がありません。--to、--cc、--bcc のいずれかを指定してください。',
    onlyInbox: 'POP3 で読めるのは受信トレイだけです。--folder は --protocol imap で使ってください。',
    rawIsNotJson: '--raw はメールのデータをそのまま出力するため、--json と同時には使えません。',
    unknownProgram: (name, similar) =>
      `「${name}」という名前のプログラムはありません。${didYouMean(similar)}名前の一覧: sparekey settings --for help`,
    unknownFinding: (input, similar) => `「${input}」という診断結果はありません。${didYouMean(similar)}`,
    seeHelp: (command) => `詳しくは: ${command} --help`,
  },
  problems: {
    'bad-address': (of) =>
      of.problem === 'not-a-username'
        ? 'ユーザー名が空か、制御文字を含んでいるため、何も送信していません。'
        : `「${of.address}」はメールアドレスではありません（例: hanako@hotmail.com）。`,
    'bad-date': (of) => `「${of.date}」は日付ではありません。2021-05-01 のように指定してください。`,
    'bad-using': ({ using, problem, part = '' }) =>
      `--using の「${using}」を読み取れません。${usingProblems[problem](part)}`,
  },
}

const usingProblems: Readonly<Record<UsingProblem, (part: string) => string>> = {
  form: () =>
    'imap=imap-mail.outlook.com:993/tls のように書き、必要なら続けて /spa、/no-auth、/user=名前 を付けてください。',
  protocol: (part) => `「${part}」というプロトコルはありません。imap=、pop3=、smtp= のいずれかで始めてください。`,
  'no-protocol': () =>
    'このポートからはプロトコルを判断できません。先頭に imap=、pop3=、smtp= のいずれかを付けてください。',
  host: (part) => `「${part}」はサーバー名として使えません。`,
  port: (part) => `「${part}」はポート番号ではありません。1 から 65535 までの数字で指定してください（例: 993）。`,
  'no-port': () => 'ポート番号がありません。imap-mail.outlook.com:993 のように、サーバー名に続けて書いてください。',
  security: (part) =>
    `「${part}」という暗号化の方式はありません。ポート番号に続けて /tls（SSL のこと）、/starttls、/none のいずれかを書いてください。`,
  'no-security': () =>
    'このポートからは暗号化の方式を判断できません。ポート番号に続けて /tls（SSL のこと）、/starttls、/none のいずれかを書いてください。',
  option: (part) => `「${part}」は使えません。最後に付けられるのは /spa、/no-auth、/user=名前 です。`,
  twice: () => '同じプロトコルが 2 回指定されています。',
}

function didYouMean(similar: readonly string[]): string {
  return similar.length === 0 ? '' : `もしかして: ${similar.join('、')}`
}
