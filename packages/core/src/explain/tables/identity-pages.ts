import { page, type Row, type Table } from './row.ts'

const criteria = page('https://github.com/mguessan/davmail/issues/446')
const criteriaJapanese = page(
  'https://cptechweb.teldevice.co.jp/hc/ja/articles/28578403903897-Azure-%E3%83%9D%E3%83%BC%E3%82%BF%E3%83%AB%E3%81%AB%E3%82%B5%E3%82%A4%E3%83%B3%E3%82%A4%E3%83%B3%E3%81%97%E3%81%9F%E3%82%89-%E7%8F%BE%E6%99%82%E7%82%B9%E3%81%A7%E3%81%AF%E3%81%93%E3%82%8C%E3%81%AB%E3%82%A2%E3%82%AF%E3%82%BB%E3%82%B9%E3%81%A7%E3%81%8D%E3%81%BE%E3%81%9B%E3%82%93-%E3%81%A8%E8%A1%A8%E7%A4%BA%E3%81%95%E3%82%8C%E3%81%BE%E3%81%99',
)
const approval = page('https://github.com/mguessan/davmail/issues/71')
const approvalJapanese = page('https://jpazureid.github.io/blog/azure-active-directory/azure-ad-consent-framework/')
const noAccount = page('https://github.com/areed1192/ms-graph-python-client/issues/8')
const signIn = page(
  'https://support.microsoft.com/en-us/office/ios-ipados-users-may-experience-issues-accessing-their-outlook-and-hotmail-accounts-from-the-ios-ipados-default-mail-app-3584197b-8ffb-46ce-b5c6-f4cc71ff29a7',
)
const consent = page(
  'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/application-sign-in-unexpected-user-consent-error',
)
const numbers = page('https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes')

const trouble = page('https://github.com/Azure-Samples/active-directory-dotnet-native-aspnetcore-v2/issues/5')

/** The pages on which a person signs in with Microsoft, where they show a sentence in place of a number. */
const rows: readonly Row[] = [
  {
    pattern:
      /sign-?in was successful but (?:does not|doesn't) meet the criteria|You (?:cannot|can't) access this right now/i,
    means: ['policy-blocked', 'device-code-blocked'],
    source: criteria,
  },
  {
    pattern:
      /(?:現時点では)?これにアクセスできません|サインインは(?:成功|完了)しましたが.{0,40}(?:条件|基準)を満たして/,
    means: ['policy-blocked', 'device-code-blocked'],
    source: criteriaJapanese,
  },
  {
    pattern: /You can't get there from here|ここからはアクセスできません|ここからはそこにアクセスできません/i,
    means: ['policy-blocked'],
    source: numbers,
  },
  {
    pattern:
      /(?:Need|Needs|Requires) admin(?:istrator)? approval|needs permission to access resources in your organization that only an admin can grant|Approval required/i,
    means: ['consent-missing'],
    source: approval,
  },
  {
    pattern:
      /管理者の承認が必要|承認が必要(?:です)?|(?:需要|需經)管理员(?:批准|许可)|需要系統?管理員核准|Approbation (?:de l')?administrateur (?:requise|nécessaire)|Administratorgenehmigung erforderlich|Se necesita la aprobación del administrador/i,
    means: ['consent-missing'],
    source: approvalJapanese,
  },
  {
    pattern: /Unable to grant consent|consent .{0,40}(?:has been|was) (?:denied|declined)/i,
    means: ['consent-missing', 'sign-in-declined'],
    source: consent,
  },
  // MS-OAUTH-41, where the number was left out
  {
    pattern: /account.{0,120}does not exist in tenant|needs to be added as an external user in the tenant/i,
    means: ['account-not-admitted'],
    source: numbers,
  },
  {
    pattern:
      /That Microsoft account doesn't exist|We couldn't find an account with that username|This username may be incorrect|その Microsoft アカウントは存在しません|そのユーザー名のアカウントは見つかりませんでした|此 Microsoft 帐户不存在|Ce compte Microsoft n'existe pas|Dieses Microsoft-Konto (?:ist nicht vorhanden|existiert nicht)/i,
    means: ['account-not-admitted'],
    source: noAccount,
  },
  {
    pattern:
      /You can't sign in here with a (?:personal|work or school) account|(?:個人用アカウント|職場または学校アカウント)では(?:ここに)?サインインできません/i,
    means: ['account-not-admitted'],
    source: numbers,
  },
  {
    pattern:
      /password is incorrect for your Microsoft account|Your account or password is incorrect|アカウントまたはパスワードが正しくありません/i,
    means: ['password-wrong'],
    source: signIn,
  },
  {
    pattern:
      /tried to sign in too many times with an incorrect (?:account|user ID) or password|used an incorrect account or password too many times|incorrect password was entered too many times|account (?:is|has been) (?:temporarily )?locked|アカウントがロックされ|正しくないパスワードで何度もサインイン/i,
    means: ['account-blocked'],
    source: signIn,
  },
  { pattern: /Microsoft account is experiencing technical problems/i, means: ['server-unavailable'], source: trouble },
  { pattern: /More information required|詳細情報が必要/i, means: ['sign-in-again'], source: numbers },
  { pattern: /We can't sign you in\b/i, means: ['ambiguous', 'account-blocked', 'password-wrong'], source: signIn },
  {
    pattern: /That code didn't work\. Check the code|The wrong code was entered|コードが正しくありません/i,
    means: ['sign-in-timeout', 'sign-in-again'],
    source: signIn,
  },
  {
    pattern: /code (?:has )?expired\. Go back to the app|that code has expired/i,
    means: ['sign-in-timeout'],
    source: numbers,
  },
]

export const identityPages: Table = { kind: 'identity', rows }
