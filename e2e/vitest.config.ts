import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../vitest.config.base.ts'

const elsewhere = ['node_modules', '.scripts']

export default mergeConfig(
  base,
  defineConfig({
    test: {
      maxWorkers: 2,
      // Ends what hangs, and nothing else: a journey waits for other processes, which a busy machine may keep waiting.
      testTimeout: 300_000,
      // Its helper image would have to come from a registry; the tests end their containers themselves.
      env: { TESTCONTAINERS_RYUK_DISABLED: 'true' },
      projects: [
        // Each file has a browser of its own, which lives and ends with the file's modules.
        {
          extends: true,
          test: { name: 'browser', include: ['browser/**/*.test.ts', 'site/**/*.test.ts'], isolate: true },
        },
        { extends: true, test: { name: 'containers', include: ['containers/**/*.test.ts'] } },
        {
          extends: true,
          test: {
            name: 'e2e',
            include: ['**/*.test.ts'],
            exclude: [...elsewhere, 'browser/**', 'site/**', 'containers/**'],
          },
        },
      ],
    },
  }),
)
