import { defineConfig } from 'rolldown'

/**
 * The scripts of the pages, each one classic file without imports: a page opened from a disk may load no modules.
 */
export default defineConfig(
  ['copy', 'explain', 'settings'].map((name) => ({
    input: `src/browser/${name}.ts`,
    platform: 'browser' as const,
    output: { file: `dist/assets/${name}.js`, format: 'iife' as const, minify: true },
  })),
)
