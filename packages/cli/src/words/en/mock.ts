import type { MockWords } from '../mock.ts'
import { day } from './day.ts'

export const mock: MockWords = {
  mock: {
    starting: 'Starting …',
    ready: (asOf) => `Mock Microsoft mail servers are running, with the sign-in rules of ${day(asOf)}.`,
    address: 'Address',
    account: 'Account',
    password: 'Password',
    mapWritten: (path) => `The server map is in ${path}. Use it like this:`,
    mapHint:
      'With --write servers.json the server map is written to a file, for the --servers flag of the other commands.',
    portal: 'Account page',
    api: 'Control API',
    stop: 'Ctrl+C stops them.',
    stopping: 'Stopping …',
    notOnlyLocal: (host) =>
      `The servers listen on ${host}: other computers can reach them and, over the API, everything in them. Use made-up passwords only.`,
  },
  problems: {
    'port-in-use': (of) => `Port ${of.port} is already in use. Choose another with --port, or 0 for any free one.`,
    'cannot-listen': (of) => `Cannot listen on ${of.host}:${of.port} (${of.word}).`,
  },
}
