import type { CommandName } from '../words/commands.ts'
import type { Words } from '../words/words.ts'
import { commands } from './commands.ts'
import { kebab } from './help.ts'

/** What can only be meant for a flag: a word behind two hyphens, and a value at most. */
const flagForm = /^--[a-z][a-z-]*(?:=[^\s]*)?$/i

/**
 * The arguments of a command that takes text, with the text behind `--`: what a server says may begin with a hyphen (`-ERR
 * Logon failure`). Flags stay where they are, also mistyped ones, so that those are told.
 */
export function withTextBehind(args: readonly string[], name: CommandName, say: Words): string[] {
  const { flags = {} } = commands[name].in(say).parameters
  const valued = new Set(Object.keys(flags).map((key) => `--${kebab(key)}`))
  const [own, text]: [string[], string[]] = [[], []]
  const words = args.slice(args.indexOf(name) + 1)
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!
    if (word === '--') {
      text.push(...words.slice(index + 1))
      break
    }
    if (!flagForm.test(word)) text.push(word)
    else if (valued.has(word) && index + 1 < words.length) own.push(word, words[++index]!)
    else own.push(word)
  }
  return [...args.slice(0, args.indexOf(name) + 1), ...own, ...(text.length > 0 ? ['--', ...text] : [])]
}
