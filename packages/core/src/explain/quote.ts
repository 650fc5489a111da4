const maxQuote = 300

/** What may be a secret, or tells who somebody is, and what stands in its place. */
const hidden: readonly [RegExp, string][] = [
  // What a program sends to sign in: PASS, LOGIN, AUTH and AUTHENTICATE with their arguments.
  [
    /\b(PASS|AUTH(?:ENTICATE)? [\w-]{2,20}) (?!\[|failed|login|command|is\b|not\b|DMARC\b|SPF\b|DKIM\b)\S{4,}/gi,
    '$1 [hidden]',
  ],
  [
    /(\bLOGIN|\b[A-Za-z]{0,4}\d{1,8} login) (?!failed|command|denied|is\b|not\b|error|refused|disabled|incorrect|methods?\b)(?:"[^"]{1,200}"|\S{1,200}) (?:"[^"]{1,200}"|\S{1,200})/g,
    '$1 [hidden]',
  ],
  // The same as a line of code.
  [/\b((?:log_?in|auth(?:enticate)?|sign_?in)\()[^)]{3,200}\)?/gi, '$1[hidden])'],
  [
    /(\b(?:pass(?:word|wd|phrase)?|pwd|secret|client_secret|token|access_token|refresh_token|id_token|code|device_code|assertion|bearer|api[-_]?key)|パスワード)("?'?\s?[=:：]\s?"?'?|\s(?=ey))[^\s"'&,;]{3,}/giu,
    '$1$2[hidden]',
  ],
  // "the password is hunter2": a word of letters and digits or signs, unless it is a number that Microsoft gives.
  [
    /\b(pass(?:word|wd|phrase|code)?|pwd|pw)((?: is| was)? ["'(]?)(?!AADSTS|0x|\S{0,60}@)(?=\S{0,60}[a-z])(?=\S{0,60}[\d!#$%^&*_])[^\s"']{6,}/gi,
    '$1$2[hidden]',
  ],
  [
    /(パスワード[はがを]?\s{0,2}[「"']?)(?=[!-~]{0,60}[a-z])(?=[!-~]{0,60}[\d!#$%^&*_])(?!AADSTS|0x)[!-~]{6,}/gi,
    '$1[hidden]',
  ],
  [/\beyJ[\w-]{10,}(?:\.[\w-]*){0,4}/g, '[hidden]'],
  // Refresh tokens of personal and of work accounts, and the secrets that Microsoft makes for applications.
  [/\bM\.C\d{1,4}_[\w.*!$-]{8,}/g, '[hidden]'],
  [/\b[01]\.A[\w-]{8,}\.[\w.-]{8,}/g, '[hidden]'],
  [/[\w.~-]{0,4}\dQ~[\w.~-]{8,}/g, '[hidden]'],
  [/(:\/\/[^\s/?#:]{0,100}:)[^\s/?#]{1,100}(?=@)/g, '$1[hidden]'],
  [/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu, '[address]'],
  // App passwords, grouped or not; base64 and other long runs without meaning.
  [/(?<![A-Za-z])[a-z]{16}(?![A-Za-z])/g, '[hidden]'],
  [/(?<![a-z])[a-z]{4}(?: [a-z]{4}){3,}(?![a-z])/g, '[hidden]'],
  [
    /(?<![\w/+=-])(?=[\w/+-]{0,200}\d)(?=[\w/+-]{0,200}[A-Z])(?=[\w/+-]{0,200}[a-z])[\w/+-]{20,}={0,2}(?![\w/+=-])/g,
    '[hidden]',
  ],
  [/(?<![\w/+=-])[\w/+-]{40,}={0,2}/g, '[hidden]'],
  [/(?<![\w/+=-])(?:[A-Za-z\d+/]{4}){3,}(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)(?![\w=])/g, '[hidden]'],
]

/** A part of the text as it may be shown, in one line: at most 300 characters, without what looks like a secret. */
export function quote(text: string): string {
  const shown = hidden.reduce((rest, [pattern, to]) => rest.replaceAll(pattern, to), text.slice(0, 4 * maxQuote))
  const line = shown.replaceAll(/\s+/g, ' ').trim()
  return line.length > maxQuote ? `${line.slice(0, maxQuote - 1)}…` : line
}
