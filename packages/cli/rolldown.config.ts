import { chmod } from 'node:fs/promises'
import { defineConfig } from 'rolldown'

/**
 * One code-split bundle of our own code, core's included: a command loads a few files instead of fifty, and only what it
 * uses. Other people's packages stay packages; those that core's code needs are therefore this package's dependencies.
 */
export default defineConfig({
  input: 'build/bin.js',
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
        {
          name: 'base',
          test: /cli\/build\/(?:failure|exit-codes|similar|messages\/messages|render\/(?:plain|width|style|failure))\.js$/,
        },
        {
          name: 'settings',
          test: /cli\/build\/(?:network|commands\/settings|render\/settings)\.js$|core\/dist\/(?:settings\/|network|errors|dates)/,
        },
        {
          name: 'words',
          test: /cli\/build\/(?:commands\/explain|render\/finding|server-map-flag)\.js$|core\/dist\/diagnosis\/(?:texts\/|finding|describe|explain|machine-words)/,
        },
      ],
    },
  },
})
