import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../vitest.config.base.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      include: ['**/*.test.ts'],
      exclude: ['node_modules', '.bench'],
      // Its helper image would have to come from a registry; the tests end their containers themselves.
      env: { TESTCONTAINERS_RYUK_DISABLED: 'true' },
    },
  }),
)
