import { page, type Row, type Table } from './row.ts'

const nodeErrors = page('https://nodejs.org/api/errors.html')
const nodeTls = page('https://nodejs.org/api/tls.html')
const errno = page('https://man7.org/linux/man-pages/man3/errno.3.html')
const getaddrinfo = page('https://man7.org/linux/man-pages/man3/gai_strerror.3.html')
const winsockNumbers = page('https://knowledge.mdaemon.com/windows-socket-winsock-error-codes-and-descriptions')
const winsock = page('https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2')
const outlookExpress = page('http://hehao1.seesaa.net/article/44145698.html')
const openssl = page('https://docs.openssl.org/master/man1/openssl-verification-options/')
const opensslErrors = page('https://github.com/openssl/openssl/blob/master/crypto/err/openssl.txt')
const go = page('https://pkg.go.dev/crypto/x509')
const java = page(
  'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/javax/net/ssl/SSLHandshakeException.html',
)
const dotnet = page(
  'https://github.com/dotnet/runtime/blob/main/src/libraries/System.Net.Security/src/Resources/Strings.resx',
)
const mozilla = page('https://firefox-source-docs.mozilla.org/security/nss/legacy/reference/index.html')
const curl = page('https://curl.se/libcurl/c/libcurl-errors.html')
const schannel = page(
  'https://learn.microsoft.com/en-us/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts',
)

/**
 * What operating systems and TLS libraries say before any mail server has spoken. A certificate before a connection: one
 * error often names both.
 */
const rows: readonly Row[] = [
  {
    pattern:
      /\bCERT_HAS_EXPIRED\b|\bCERT_NOT_YET_VALID\b|certificate (?:has|is) expired|certificate is not yet valid|SEC_ERROR_EXPIRED_CERTIFICATE/i,
    means: ['certificate-expired'],
    source: openssl,
  },
  {
    pattern: /\bSEC_E_CERT_EXPIRED\b|certificate has expired or is not yet valid/i,
    means: ['certificate-expired'],
    source: schannel,
  },
  {
    pattern: /\bERR_TLS_CERT_ALTNAME_INVALID\b|does not match certificate's altnames/i,
    means: ['certificate-wrong-name'],
    source: nodeErrors,
  },
  {
    pattern:
      /SSL_ERROR_BAD_CERT_DOMAIN|RemoteCertificateNameMismatch|certificate is valid for .{1,120}, not |hostname mismatch|certificate is not valid for '|No subject alternative (?:DNS )?names? (?:present|matching)|target principal name is incorrect/i,
    means: ['certificate-wrong-name'],
    source: go,
  },
  {
    pattern:
      /\b(?:DEPTH_ZERO_)?SELF_SIGNED_CERT(?:_IN_CHAIN)?\b|\bUNABLE_TO_(?:GET_ISSUER_CERT(?:_LOCALLY)?|VERIFY_LEAF_SIGNATURE)\b/,
    means: ['certificate-untrusted'],
    source: nodeTls,
  },
  {
    pattern:
      /self.signed certificate|unable to get (?:local )?issuer certificate|CERTIFICATE_VERIFY_FAILED|certificate verify failed|unable to verify the first certificate/i,
    means: ['certificate-untrusted'],
    source: openssl,
  },
  {
    pattern: /SEC_ERROR_UNKNOWN_ISSUER|MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT/,
    means: ['certificate-untrusted'],
    source: mozilla,
  },
  { pattern: /x509: certificate signed by unknown authority/i, means: ['certificate-untrusted'], source: go },
  {
    pattern: /PKIX path building failed|unable to find valid certification path/i,
    means: ['certificate-untrusted'],
    source: java,
  },
  {
    pattern: /remote certificate (?:is|was) (?:invalid|rejected)|RemoteCertificateChainErrors/i,
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    source: dotnet,
  },
  {
    pattern: /\bcurl: \(60\)|SSL peer certificate .{0,40}was not OK/i,
    means: ['certificate-untrusted', 'certificate-expired'],
    source: curl,
  },
  {
    pattern:
      /wrong version number|unknown protocol|record layer failure|first record does not look like a TLS handshake|Unrecognized SSL message, plaintext connection|SSL_ERROR_RX_RECORD_TOO_LONG|packet length too long|frame size or corrupted frame/i,
    means: ['tls-not-spoken', 'settings-differ'],
    source: opensslErrors,
  },
  {
    pattern:
      /unsupported protocol|no protocols available|tlsv1 alert protocol version|protocol version not supported|No appropriate protocol|SSL_ERROR_(?:UNSUPPORTED_VERSION|PROTOCOL_VERSION_ALERT)|handshake_failure.{0,40}protocol|do(?:es)? not possess a common algorithm|ERR_SSL_UNSUPPORTED_PROTOCOL/i,
    means: ['tls-too-old'],
    source: opensslErrors,
  },
  {
    pattern:
      /sslv3 alert handshake failure|Received fatal alert: (?:handshake_failure|protocol_version)|ssl\/tls alert handshake failure/i,
    means: ['tls-too-old', 'tls-not-spoken'],
    source: opensslErrors,
  },
  {
    pattern: /An error occurred while attempting to establish an SSL or TLS connection/i,
    means: ['tls-not-spoken', 'certificate-untrusted', 'settings-differ'],
    source: page('https://github.com/jstedfast/MailKit/blob/master/FAQ.md'),
  },
  // .NET calls a failed handshake an AuthenticationException: no secret was sent yet.
  {
    pattern: /call to SSPI failed|调用 SSPI 失败|SSPI (?:への|の)呼び出しに失敗/i,
    means: ['tls-not-spoken', 'tls-too-old', 'settings-differ', 'certificate-untrusted'],
    source: page('https://github.com/jstedfast/MailKit/issues/399'),
  },
  {
    pattern: /unknown SSL protocol (?:error|connecting)/i,
    means: ['tls-not-spoken', 'tls-too-old', 'settings-differ', 'connection-dropped'],
    source: curl,
  },
  { pattern: /\bcurl: \(35\)|SSL connect error/i, means: ['tls-not-spoken', 'tls-too-old'], source: curl },

  { pattern: /\bENOTFOUND\b|\bEAI_AGAIN\b/, means: ['host-not-found'], source: nodeErrors },
  {
    pattern:
      /Name or service not known|nodename nor servname provided|No address associated with hostname|Temporary failure in name resolution|getaddrinfo (?:failed|for )|getaddresses: getaddrinfo/i,
    means: ['host-not-found'],
    source: getaddrinfo,
  },
  {
    pattern: /No such host is known|WSAHOST_NOT_FOUND|\b(?:error|errno|code|socket error)[: ]{1,2}\[?11001\b/i,
    means: ['host-not-found'],
    source: winsock,
  },
  {
    pattern: /\bno such host\b|UnknownHostException|NameResolutionFailure|\bcurl: \(6\)|Could not resolve host/i,
    means: ['host-not-found'],
    source: curl,
  },
  {
    pattern: /The remote name could not be resolved/i,
    means: ['host-not-found'],
    source: page('https://github.com/renevanosnabrugge/SendEmail-BuildTask/issues/40'),
  },
  // Outlook Express and Windows Live Mail in Japanese, before their own number, which says less.
  { pattern: /ソケット ?エラー ?[:：] ?11001(?!\d)/, means: ['host-not-found'], source: outlookExpress },
  { pattern: /ソケット ?エラー ?[:：] ?10060(?!\d)/, means: ['connection-timeout'], source: outlookExpress },
  { pattern: /ソケット ?エラー ?[:：] ?10061(?!\d)/, means: ['connection-refused'], source: outlookExpress },
  { pattern: /ソケット ?エラー ?[:：] ?1005[34](?!\d)/, means: ['connection-dropped'], source: outlookExpress },
  // The numbers of Windows Sockets as an HRESULT: 0x80070000 and the number.
  { pattern: /\b0x80072AF9\b/i, means: ['host-not-found'], source: winsockNumbers },
  { pattern: /\b0x8007274C\b/i, means: ['connection-timeout'], source: winsockNumbers },
  { pattern: /\b0x8007274D\b/i, means: ['connection-refused'], source: winsockNumbers },
  { pattern: /\b0x8007274[56]\b/i, means: ['connection-dropped'], source: winsockNumbers },
  { pattern: /\bECONNREFUSED\b/, means: ['connection-refused'], source: nodeErrors },
  {
    pattern:
      /connection (?:was )?refused|actively refused it|\b(?:error|errno|code|socket error)[: ]{1,2}\[?(?:111|61|10061)\b/i,
    means: ['connection-refused'],
    source: errno,
  },
  { pattern: /\bcurl: \(7\)/i, means: ['connection-refused', 'connection-timeout'], source: curl },
  {
    pattern: /Resource temporarily unavailable|\bWouldBlock\b/,
    means: ['connection-timeout', 'settings-differ'],
    source: page('https://github.com/dani-garcia/vaultwarden/issues/1008'),
  },
  { pattern: /\bETIMEDOUT\b|\bESOCKETTIMEDOUT\b|\bETIMEOUT\b/, means: ['connection-timeout'], source: nodeErrors },
  {
    pattern:
      /connection (?:has )?timed? ?out|connection attempt failed because the connected party did not properly respond|\b(?:error|errno|code|socket error)[: ]{1,2}\[?(?:110|60|10060)\b|SocketTimeoutException|Net::(?:Open|Read)Timeout|i\/o timeout|(?:operation|request|read|write|socket|attempt|session)(?: has)? timed out|timed out \(\d+\)|\btimed out$|Greeting never received|TLS handshake timeout|\bcurl: \(28\)/i,
    means: ['connection-timeout'],
    source: winsock,
  },
  { pattern: /\bECONNRESET\b|\bEPIPE\b|\bECONNABORTED\b/, means: ['connection-dropped'], source: nodeErrors },
  {
    pattern:
      /connection reset by peer|connection (?:was )?(?:aborted|interrupted|closed unexpectedly)|connection (?:was |has been )?(?:dropped|lost|closed|terminated|broken) by (?:the )?(?:remote |foreign )?(?:(?:IMAP4?|POP3?|SMTP|e?mail) )?(?:server|host|peer)|connection unexpectedly closed|forcibly closed by the remote host|SMTPServerDisconnected|unexpected EOF|unexpectedly disconnected|unexpected socket close|\b(?:error|errno|code|socket error)[: ]{1,2}\[?(?:104|54|10054|10053)\b|Unable to read data from the transport connection|\bcurl: \((?:52|55|56)\)|broken pipe/i,
    means: ['connection-dropped'],
    source: errno,
  },
  {
    pattern: /\bENETUNREACH\b|\bEHOSTUNREACH\b|network is unreachable|no route to host/i,
    means: ['connection-refused', 'connection-timeout'],
    source: errno,
  },
  {
    pattern: /no alternative certificate subject name matches/i,
    means: ['certificate-wrong-name'],
    source: page('https://github.com/rstudio/blastula/issues/215'),
  },
  {
    pattern: /(?:证书|證書).{0,12}(?:失败|失敗|过期|過期|无效|無效|错误|錯誤|不受信任)/,
    means: ['certificate-untrusted', 'certificate-expired', 'certificate-wrong-name'],
    source: page('http://www.111l.cn/a/676886.html'),
  },
  {
    pattern: /Authentication failed because the remote party (?:has closed the transport stream|sent a TLS alert)/i,
    means: ['tls-too-old', 'connection-dropped', 'tls-not-spoken'],
    source: page('https://github.com/renevanosnabrugge/SendEmail-BuildTask/issues/55'),
  },
]

export const machineWords: Table = { kind: 'program', rows }
