/** The composition of one run: global flags, language, streams, then one command. Every failure is told here, once. */
import { runCommand } from './command-line/app.ts'
import type { Context, Host } from './run/context.ts'
import { usageFailure } from './failure/failure.ts'
import { takeGlobals, type GlobalMistake } from './command-line/globals.ts'
import { languageOf, loadWords } from './command-line/language.ts'
import type { Words } from './words/words.ts'
import { createOutput, errorPage } from './run/output.ts'
import { renderFailure, renderStack } from './failure/render.ts'
import { tellFailure } from './failure/tell.ts'
import { version } from './command-line/version.ts'

/**
 * Runs the command that `argv` (without node and script) asks for.
 *
 * @returns the exit code, one of `exit-codes.ts`
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  const { globals, rest, mistakes } = takeGlobals(argv, host.env)
  const lang = globals.lang ?? languageOf(host.env, host.systemLocale)
  const say = await loadWords(lang)
  const out = createOutput({ stdout: host.stdout, stderr: host.stderr, globals, env: host.env })
  const context: Context = { globals, lang, say, out, host, exitCode: 0 }
  try {
    if (mistakes.length > 0) throw usageFailure(mistakes.map((mistake) => wordsFor(mistake, say)))
    // Some programs have it as a command.
    const asksVersion = globals.version || (rest.length === 1 && rest[0] === 'version')
    if (!asksVersion) await runCommand(rest, context)
    else if (globals.json) out.document({ version: await version() })
    else out.result([await version()])
    return context.exitCode
  } catch (error) {
    const failure = await tellFailure(error, context)
    const { code, exitCode, finding, lines, mistakes, nextSteps, reply, warning } = failure
    if (globals.json)
      out.document({
        ok: false,
        error: {
          code,
          message: [...lines, ...(warning === undefined ? [] : [warning])].join('\n'),
          ...(mistakes && { mistakes }),
          ...(reply && { reply }),
          ...(nextSteps.length > 0 && { nextSteps }),
          ...(finding && { finding }),
        },
      })
    else out.warn(renderFailure(failure, say, errorPage(out)))
    if (globals.verbose && code === 'internal') out.warn(renderStack(error))
    return exitCode
  }
}

function wordsFor(mistake: GlobalMistake, say: Words): string {
  switch (mistake.kind) {
    case 'value-missing':
      return say.usage.valueMissing(mistake.flag)
    case 'value-unexpected':
      return say.usage.valueUnexpected(mistake.flag)
    case 'bad-language':
      return say.usage.badLanguage(mistake.input)
    case 'bad-timeout':
      return say.usage.badTimeout(mistake.input)
  }
}
