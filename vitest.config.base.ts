import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One configuration for every package: real sockets, no retries, a report that `npm test` sums up. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: process.env['SPAREKEY_TEST_REPORT'] ?? '.vitest/report.json' }]],
    // They end what hangs, and nothing else: a busy machine may keep a test waiting.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
    setupFiles: [fileURLToPath(import.meta.resolve('@sparekey/testkit/setup'))],
    // Files share their worker's modules: loading the mail libraries anew for each would take most of the time. No module
    // of ours keeps state, and a test that replaces somebody else's is the only one to load it.
    isolate: false,
    // What is built is loaded as Node loads it, not transformed once more.
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
  },
})
