import { near } from './near.ts'
import { page, type Source, type Row, type Table } from './row.ts'

/** How a language says what a sign-in is made with and that it was refused; and the same of a connection. */
type Wording = {
  readonly signIn: string
  readonly refused: string
  readonly connection: string
  readonly failed: string
  readonly mail: string
  readonly source: Source
}

const languages: readonly Wording[] = [
  // German
  {
    signIn: String.raw`anmeld(?:ung|en|edaten|einformationen)|log-?in|authentifizierung|authentisierung|authentifiziert|zugangsdaten|benutzername|kennwort|passw[oö]rt`,
    refused: String.raw`fehlgeschlagen|fehlgeschlug|schlug fehl|gescheitert|nicht (?:korrekt|erfolgreich|gültig|überprüft|möglich|akzeptiert|angenommen|authentifiziert)|falsch|ungültig|abgelehnt|verweigert|inkorrekt|fehler`,
    connection: 'verbindung|verbinden',
    failed:
      'fehlgeschlagen|nicht (?:hergestellt|aufgebaut|möglich)|(?:antwortet|reagiert) nicht|kann nicht|konnte|keine|fehler|abgelehnt',
    mail: String.raw`e-?mail|postfach|nachricht|(?:mail-?)?server`,
    source: page(
      'https://blog.silverpc.hu/2025/08/31/wenn-die-authentification-in-outlook-nicht-funktioniert-losungswege-fur-anmeldefehler',
    ),
  },
  // French
  {
    signIn: String.raw`authentification|authentifier|identification|identifiants?|s'identifier|nom d'utilisateur|mots? de passe|connexion (?:au compte|à votre compte)`,
    refused: String.raw`échec|échou|incorrect|invalide|erron|refus|rejet|erreur|impossible|pas (?:pu|correct|valide|accepté|réussi|abouti)`,
    connection: 'connexion|connecter',
    failed: "impossible|échec|échou|erreur|ne répond pas|n'a pas pu|ne peut pas|refus",
    mail: String.raw`courrier|e-?mail|messagerie|boîte aux lettres|serveur`,
    source: page('https://fr.ittrip.xyz/ms-office/outlook/fin-pop-imap-outlookcom'),
  },
  // Spanish
  {
    signIn: String.raw`autenticaci[oó]n|autenticar|inicio de sesi[oó]n|iniciar sesi[oó]n|credencial|usuario|contrase[nñ]a`,
    refused: String.raw`fall[oó]|error|incorrect|inv[aá]lid|no (?:es |son )?(?:v[aá]lid|correct|aceptad)|rechaz|deneg|err[oó]ne|no se (?:pudo|puede|ha podido)`,
    connection: 'conexi[oó]n|conectar',
    failed: 'no responde|no se (?:pudo|puede|ha podido)|error|fall[oó]|imposible|rechazad',
    mail: String.raw`correo|buz[oó]n|mensaje|servidor`,
    source: page('https://blog.silverpc.hu/?p=326498'),
  },
  // Italian
  {
    signIn: 'autenticazione|autenticare|accesso|accedere|credenziali|nome utente|password',
    refused: 'fallit|non riuscit|errat|non valid|non corrett|errore|impossibile|rifiutat|negat',
    connection: 'connessione|connettersi|collegarsi',
    failed: 'non risponde|impossibile|non riuscit|errore|fallit|rifiutat',
    mail: String.raw`posta elettronica|messaggi[oe]?(?!\p{L})|server di posta`,
    source: page('https://siscoxs.it/wiki/_export/xhtml/faq:err80040217'),
  },
  // Portuguese
  {
    signIn: String.raw`autentica[cç][aã]o|autenticar|in[ií]cio de sess[aã]o|iniciar sess[aã]o|login|credenciais|utilizador|usu[aá]rio|senha|palavra-passe|conta(?!\p{L})`,
    refused: String.raw`falh|erro(?!\p{L})|incorret|inv[aá]lid|n[aã]o foi poss[ií]vel|rejeitad|recusad|negad`,
    connection: 'conex[aã]o|liga[cç][aã]o|conectar|ligar',
    failed: String.raw`falh|erro(?!\p{L})|n[aã]o foi poss[ií]vel|imposs[ií]vel|recusad`,
    mail: String.raw`correio|mensagem|servidor`,
    source: page(
      'https://help.airmailapp.com/en-us/article/hotmail-or-outlook-account-authentication-failed-in-airmail-troubleshooting-10yxx0u/',
    ),
  },
  // Dutch
  {
    signIn: 'authenticatie|aanmeld|inlog|gebruikersnaam|wachtwoord',
    refused: 'mislukt|onjuist|ongeldig|geweigerd|fout|niet (?:gelukt|juist|mogelijk)|kan niet',
    connection: 'verbinding|verbinden',
    failed: 'mislukt|kan (?:geen|niet)|fout|geweigerd',
    mail: String.raw`bericht|mailserver`,
    source: page('https://github.com/thunderbird/thunderbird-l10n'),
  },
  // Russian
  {
    signIn: 'аутентификаци|авторизаци|войти|входа|вход в|парол|логин|учетн|учётн|имя пользователя',
    refused: 'ошибк|не удалось|неверн|неправильн|отклон|отказ|сбой|не выполнен',
    connection: 'подключ|соединен',
    failed: 'ошибк|не удалось|невозможно|отказ|сбой|разорван',
    mail: 'почт|письм|сообщени|сервер',
    source: page('https://github.com/thunderbird/thunderbird-l10n'),
  },
  // Polish
  {
    signIn: 'uwierzytelni|logowani|zalogować|hasł|nazwa użytkownika',
    refused: 'nie (?:powiod|udał|można)|nieprawidłow|błęd|błąd|odrzuc|niepowodzeni',
    connection: 'połącz',
    failed: 'nie (?:powiod|udał|można)|błęd|błąd|odrzuc|odmow',
    mail: 'poczt|wiadomoś|serwer',
    source: page('https://github.com/thunderbird/thunderbird-l10n'),
  },
  // Swedish, Danish, Norwegian
  {
    signIn:
      'autentisering|godkend|inloggning|innlogging|pålogging|logge? (?:in|ind|på)|lösenord|adgangskode|passord|användarnamn|brugernavn',
    refused: 'misslyck|mislyk|mislyck|felaktig|forkert|feil|ogiltig|ugyldig|nekad|afvist|avvist',
    connection: 'anslut|forbindelse|tilkobl',
    failed: 'misslyck|mislyk|kunne ikke|kunde inte|fel ',
    mail: 'e-?post|e-?mail|server',
    source: page('https://github.com/thunderbird/thunderbird-l10n'),
  },
  // Turkish
  {
    signIn: 'kimlik doğrulama|oturum aç|giriş|parola|şifre|kullanıcı adı',
    refused: 'başarısız|hatalı|yanlış|geçersiz|hatası|açılamadı|reddedildi',
    connection: 'bağlan',
    failed: 'başarısız|hatası|bağlanılamadı|kurulamadı|reddedildi',
    mail: 'posta|sunucu',
    source: page('https://github.com/thunderbird/thunderbird-l10n'),
  },
  // Czech, Slovak
  {
    signIn: 'ověření|overeni|přihlášení|přihlásit|prihlásen|heslo|uživatelské jméno',
    refused: 'selhal|zlyhal|nesprávn|neplatn|chyb|nepodařilo|nepodarilo|odmítn',
    connection: 'připoj|spojení',
    failed: 'selhal|chyb|nepodařilo|nelze|odmítn',
    mail: 'pošt|zpráv|server',
    source: page('https://github.com/thunderbird/thunderbird-l10n'),
  },
]

/** Where a word begins; it may go on, as languages bend it and put it together. */
const begun = (words: string) => String.raw`(?<!\p{L})(?:${words})`

const rows: readonly Row[] = languages.flatMap(({ signIn, refused, connection, failed, mail, source }) => [
  {
    pattern: near(begun(signIn), refused, 40),
    means: ['plain-refusal', 'basic-auth-retired'],
    source,
  },
  {
    pattern: near(begun(connection), failed, 40),
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'settings-differ', 'plain-refusal'],
    source,
  },
  {
    pattern: near(begun(mail), failed, 40),
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source,
  },
])

export const commonWordsEurope: Table = { kind: 'program', rows }
