import { chmod } from 'node:fs/promises'
import { defineConfig } from 'rolldown'

/**
 * One code-split bundle of our own code, core's included: a command loads a few files instead of fifty, and only what it
 * uses. Other people's packages stay packages; those that core's code needs are therefore this package's dependencies.
 */
export default defineConfig({
  input: 'src/bin.ts',
  platform: 'node',
  // npm marks a command executable when it is installed, which for a checkout is before it is built.
  plugins: [{ name: 'executable', writeBundle: () => chmod('dist/bin.js', 0o755) }],
  external: (id) => !/^[./]|^@sparekey\/core$/.test(id),
  output: {
    dir: 'dist',
    format: 'esm',
    cleanDir: true,
    chunkFileNames: '[name]-[hash].js',
    // Each file costs a millisecond or two to load: what runs together lies together.
    codeSplitting: {
      groups: [
        { name: 'base', test: /cli\/src\/(?:failure|exit-codes|similar|messages\/messages|render\/(?:plain|width|style|failure))\.ts$/ },
        { name: 'settings', test: /cli\/src\/(?:network|commands\/settings|render\/settings)\.ts$|core\/dist\/(?:settings\/|network|errors|dates)/ },
        { name: 'words', test: /cli\/src\/(?:commands\/explain|render\/finding|server-map-flag)\.ts$|core\/dist\/diagnosis\/(?:texts\/|finding|describe|explain|machine-words)/ },
      ],
    },
  },
})
