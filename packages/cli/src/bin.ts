/** The process: streams, signals, the exit code. It must never print a stack or die of a closed pipe. */
import { processHost } from './run/process-host.ts'
import { main } from './main.ts'

const host = processHost()
process.exitCode = await main(process.argv.slice(2), host)
