/**
 * The real process as a `Host`. A reader that went away (EPIPE) ends the program quietly; a signal ends it with 128 and its
 * number, at once or, where a command asked to be told, after that command has cleaned up. A second signal always ends it.
 */
import { readFileSync } from 'node:fs'
import { exitCodes, signalExitCodes } from '../failure/exit-codes.ts'
import type { Host, StopSignal } from './context.ts'

export function processHost(): Host {
  let tell: ((signal: StopSignal) => void) | undefined
  const onSignal = (signal: StopSignal) => {
    if (tell === undefined) process.exit(signalExitCodes[signal])
    tell(signal)
    tell = undefined
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('uncaughtException', (error: Error & { code?: string }) => {
    process.stderr.write(`sparekey: ${error.code ?? error.name}\n`)
    process.exit(exitCodes.internal)
  })
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'EPIPE') process.exit(exitCodes.ok)
      if (stream === process.stdout) process.stderr.write(`sparekey: ${error.code ?? error.name}\n`)
      process.exit(exitCodes['write-failed'])
    })
  }
  return {
    get stdin() {
      return process.stdin // made when first asked for, which costs some milliseconds
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    systemLocale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    untilStopped: () => {
      // The terminal was closed. Unless asked to be told, the process ends of it anyway.
      if (!ignoresHangUp()) process.on('SIGHUP', onSignal)
      return new Promise((resolve) => {
        tell = resolve
      })
    },
  }
}

/** `nohup` has the signal ignored, and to listen for it would undo that. Only Linux tells; elsewhere nobody asks. */
function ignoresHangUp(): boolean {
  try {
    const [, mask = '0'] = /^SigIgn:\s*([0-9a-f]+)$/im.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    return (BigInt(`0x${mask}`) & 1n) === 1n
  } catch {
    return false
  }
}
