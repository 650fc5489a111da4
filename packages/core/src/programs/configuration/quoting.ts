/**
 * How a text is written so that each language reads it back as it was: an address may hold any sign that RFC 5322 allows,
 * quotes and back quotes, `$` and `%` among them, but no control character.
 */

/** POSIX shell, one word. */
export const shell = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Double quotes in which a backslash takes the next character as it is: mbsync, fetchmail. */
export const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

/** Mutt reads variables and commands in double quotes, too. */
export const mutt = (text: string): string => `"${text.replaceAll(/["\\$`]/g, String.raw`\$&`)}"`

/** msmtp takes off the quotes at both ends and knows no escapes between them. */
export const msmtp = (text: string): string => `"${text}"`

/** JavaScript, Python, Java, C# and TOML read JSON's strings alike, as long as there is no control character in them. */
export const json = (text: string): string => JSON.stringify(text)

/** PHP and Ruby, in which double quotes would read variables. */
export const single = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`

/** A user in the address of a server. */
export const inUrl = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Python's ConfigParser puts other options in where a `%` stands alone. */
export const interpolated = (text: string): string => text.replaceAll('%', '%%')
