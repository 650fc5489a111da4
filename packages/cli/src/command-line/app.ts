/**
 * The commands behind the words on the command line: Stricli finds the command and parses its flags; what it would print,
 * and in which language, is decided here. A command's code is loaded only when that command runs.
 */
import {
  ArgumentScannerError,
  buildApplication,
  buildRouteMap,
  formatMessageForArgumentScannerError,
  run,
  text_en,
  type ApplicationText,
} from '@stricli/core'
import type { Context } from '../run/context.ts'
import { usageFailure } from '../failure/failure.ts'
import type { CommandName } from '../words/commands.ts'
import type { Words } from '../words/words.ts'
import { commands } from './commands.ts'
import { withTextBehind } from './text-arguments.ts'
import { similarTo } from '../failure/similar.ts'
import { globalFlags } from './globals.ts'
import { kebab, renderCommandHelp, renderOverview } from './help.ts'

/** Runs the command that `args` name, or shows help. Throws what the command threw, or a `usageFailure`. */
export async function runCommand(args: readonly string[], context: Context): Promise<void> {
  const { say, out, globals } = context
  // Some programs have it as a command.
  if (args[0] === 'help') return runCommand(args.slice(1), { ...context, globals: { ...globals, help: true } })
  const name = args.find((argument) => !argument.startsWith('-'))
  const known = name !== undefined && Object.hasOwn(commands, name) ? (name as CommandName) : undefined
  if (name === undefined && (globals.json || args.length > 0) && !globals.help) {
    throw usageFailure(say.usage.noCommand, say.usage.seeHelp('sparekey'))
  }
  if (name === undefined || (globals.help && known !== undefined)) {
    const help = known ? renderCommandHelp(known, say, out) : renderOverview(say, out)
    if (globals.json) out.document({ help: help.join('\n') })
    else out.result(help)
    return
  }
  const given = known !== undefined && commands[known].takesText ? withTextBehind(args, known, say) : args
  await runStricli(given, context, known)
}

async function runStricli(args: readonly string[], context: Context, known: CommandName | undefined): Promise<void> {
  const mistakes: string[] = []
  let thrown: { error: unknown } | undefined
  const mistake = (words: string) => {
    mistakes.push(words)
    return ''
  }
  const fault = (error: unknown) => {
    thrown = { error }
    return ''
  }
  const { usage } = context.say
  const names = Object.keys(commands)
  const routes = Object.fromEntries(Object.entries(commands).map(([name, spec]) => [name, spec.in(context.say)]))
  const text: ApplicationText = {
    ...text_en,
    noCommandRegisteredForInput: ({ input }) =>
      mistake(
        input.startsWith('-')
          ? usage.flagBeforeCommand(input.split('=', 1)[0]!)
          : usage.unknownCommand(input, similarTo(input, names), names),
      ),
    exceptionWhileParsingArguments: (error) =>
      error instanceof ArgumentScannerError
        ? mistake(scannerWords(error, args, flagsOf(known, context.say), usage))
        : fault(error),
    exceptionWhileLoadingCommandFunction: fault,
    exceptionWhileRunningCommand: fault,
  }
  const app = buildApplication(
    buildRouteMap({ routes, docs: { brief: '' } }),
    {
      name: 'sparekey',
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      localization: { defaultLocale: 'en', loadText: () => text },
    },
    {},
  )
  const silent = { write: () => undefined }
  await run(app, args, Object.assign(context, { process: { stdout: silent, stderr: silent } }))
  if (thrown) throw thrown.error
  if (mistakes.length > 0) {
    throw usageFailure(mistakes, usage.seeHelp(known === undefined ? 'sparekey' : `sparekey ${known}`))
  }
}

/** Every flag that may stand there, as help writes it: the command's own, and those of every command. */
function flagsOf(command: CommandName | undefined, say: Words): string[] {
  const own = command === undefined ? {} : commands[command].in(say).parameters.flags
  return [...Object.keys(own ?? {}).map(kebab), ...globalFlags.map(({ name }) => name.slice(2))]
}

/** Names a mistake without repeating a stray argument, which might be a password. */
function scannerWords(
  error: ArgumentScannerError,
  args: readonly string[],
  flags: readonly string[],
  usage: Words['usage'],
): string {
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input }) =>
      /^pass(?:word|wd)?$|^secret$/i.test(input)
        ? usage.secretOnCommandLine
        : usage.unknownFlag(
            `--${input}`,
            similarTo(input, flags).map((flag) => `--${flag}`),
          ),
    AliasNotFoundError: ({ input }) => usage.unknownFlag(`-${input}`, []),
    UnsatisfiedFlagError: ({ externalFlagName: name }) =>
      args.includes(`--${name}`) ? usage.valueMissing(`--${name}`) : usage.argumentMissing(`--${name}`),
    UnsatisfiedPositionalError: ({ placeholder }) => usage.argumentMissing(placeholder),
    UnexpectedPositionalError: ({ expectedCount }) => usage.tooManyArguments(expectedCount),
    UnexpectedFlagError: ({ externalFlagName }) => usage.repeated(`--${externalFlagName}`),
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => usage.valueUnexpected(`--${externalFlagName}`),
    EnumValidationError: ({ externalFlagName, input, values }) =>
      usage.badChoice(`--${externalFlagName}`, input, values),
    ArgumentParseError: ({ externalFlagNameOrPlaceholder, exception }) =>
      usage.badValue(
        /^[A-Z]/.test(externalFlagNameOrPlaceholder)
          ? externalFlagNameOrPlaceholder
          : `--${externalFlagNameOrPlaceholder}`,
        exception instanceof Error ? exception.message : '',
      ),
  })
}
