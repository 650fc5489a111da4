import type { Problems } from './failures.ts'

/** The mock servers. */
export type MockWords = {
  mock: {
    starting: string
    ready: (asOf: string) => string
    address: string
    account: string
    password: string
    mapWritten: (path: string) => string
    mapHint: string
    portal: string
    api: string
    stop: string
    stopping: string
    notOnlyLocal: (host: string) => string
  }
} & Problems<'port-in-use' | 'cannot-listen'>
