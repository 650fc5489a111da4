import type { Microsoft, MicrosoftOptions } from '@sparekey/mock-servers'
import { Accounts } from '../../accounts/accounts.ts'
import type { Context } from '../../run/context.ts'
import { signalExitCodes } from '../../failure/exit-codes.ts'
import { Failure, usageFailure } from '../../failure/failure.ts'
import { MapFile } from './map-file.ts'
import { mockOptions, type MockFlags } from './options.ts'
import { renderMock } from './render.ts'
import type { Language } from '../../words/words.ts'
import { repeated } from '../../flags/flags.ts'

/** `sparekey mock`: runs until a signal ends it; what it wrote is gone then. */
export async function mock(context: Context, flags: MockFlags): Promise<void> {
  const { out, say, host } = context
  const twice = repeated((flags.port ?? []).map(({ name }) => name))
  if (twice) throw usageFailure(say.usage.repeated(`--port ${twice}`))
  const options = await mockOptions(flags)
  const stopped = host.untilStopped()
  out.progress(say.mock.starting)
  await using microsoft = await start(options, flags, context.lang)
  const file = flags.write === undefined ? undefined : new MapFile(flags.write)
  try {
    await file?.write(microsoft.servers)
    microsoft.onServersChange((servers) => {
      file?.write(servers).catch(() => out.warn([say.problems['output-failed']({ path: file.path })]))
    })
    const accounts = (options.accounts ?? []).map(({ address, password }) => ({ address, password }))
    if (out.json) out.document({ ...microsoft.servers, accounts })
    else out.result(renderMock({ microsoft, flags, accounts }, say, out))
    const signal = await stopped
    out.note([say.mock.stopping])
    context.exitCode = signalExitCodes[signal]
  } finally {
    file?.remove()
    await forgetAccounts(microsoft, context)
  }
}

/** Who has signed in at this mock can never do so again: its authority ends with it. */
async function forgetAccounts({ ca }: Microsoft, { host }: Context): Promise<void> {
  try {
    await new Accounts(host.env, { ca }).forgetAll()
  } catch (error) {
    if (!(error instanceof Failure)) throw error // what cannot be forgotten is worth nothing
  }
}

/** Throws `bad-config`, `cannot-listen` or `file-missing` and the like, with nothing left open. */
async function start(options: MicrosoftOptions, { config = '' }: MockFlags, lang: Language): Promise<Microsoft> {
  const { CannotListen, ConfigInvalid, describeMistake, MessageUnreadable, startMicrosoft } =
    await import('@sparekey/mock-servers')
  try {
    return await startMicrosoft(options)
  } catch (error) {
    if (error instanceof ConfigInvalid) {
      const mistakes = error.mistakes.map((mistake) => ({ line: describeMistake(mistake, lang) }))
      throw new Failure('bad-config', { path: config, mistakes }, error)
    }
    if (error instanceof CannotListen) {
      const { code, host, port } = error
      throw new Failure(code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen', { host, port, word: code }, error)
    }
    if (error instanceof MessageUnreadable) {
      const { path, code } = error
      throw code === 'ENOENT'
        ? new Failure('file-missing', { path, config }, error)
        : new Failure('file-unreadable', { path, word: code, config }, error)
    }
    throw error
  }
}
