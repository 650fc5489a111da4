/** Opens a page in the person's browser. What is opened has been printed before, so that it can be opened by hand. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

type Env = Readonly<Record<string, string | undefined>>

/**
 * The program and arguments that open a page here; `undefined` if there is no screen to open it on. `BROWSER` comes first:
 * a list with `:` between, of which the first counts, `%s` standing for the page.
 */
export function browserCommand(
  page: string,
  env: Env,
  platform: NodeJS.Platform = process.platform,
): readonly [program: string, ...args: string[]] | undefined {
  const wanted = platform === 'win32' ? env['BROWSER'] : env['BROWSER']?.split(':')[0]
  const [program, ...args] = wanted?.trim().split(/\s+/) ?? []
  if (program) {
    const filled = args.map((argument) => argument.replaceAll('%s', () => page))
    return [program, ...filled, ...(args.some((argument) => argument.includes('%s')) ? [] : [page])]
  }
  if (platform === 'darwin') return ['open', page]
  // `start` is a word of cmd.exe, which would take the page's `&` for the end of the command; this is what it calls.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', page]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', page] : undefined
}

/** Starts the browser and does not wait for it; `false` if nothing could be started. */
export async function openBrowser(page: string, env: Env): Promise<boolean> {
  const command = browserCommand(page, env)
  if (command === undefined) return false
  const [program, ...args] = command
  const child = spawn(program, args, { detached: true, stdio: 'ignore', env: { ...env } })
  try {
    await once(child, 'spawn')
  } catch {
    return false
  }
  child.unref()
  return true
}
