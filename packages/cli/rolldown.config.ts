import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig } from 'rolldown'

const core = createRequire(import.meta.url).resolve('@sparekey/core/package.json')
const valibot = join(dirname(createRequire(core).resolve('valibot')), '..') // it is dist/index that resolves

/**
 * One code-split bundle of our own code, core's included: a command loads a few files instead of fifty, and only what it
 * uses. Other people's packages stay packages, and those that core's code needs are this package's dependencies; only of
 * valibot, which is slow to load whole, the part in use comes along, and its licence with it.
 */
export default defineConfig({
  input: 'build/bin.js',
  platform: 'node',
  plugins: [
    {
      name: 'finish',
      async writeBundle() {
        await copyFile(join(valibot, 'LICENSE.md'), 'dist/valibot-license.md')
      },
    },
  ],
  external: (id) => !/^[./]|^(?:@sparekey\/core|valibot)$/.test(id),
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
          test: /cli\/build\/(?:failure\/(?!finding-words|mistake-lines|similar-domain)|flags\/|render\/(?:next-steps|plain|protocol-names|style|width)\.|accounts\/store\.|words\/words\.)/,
        },
        {
          name: 'settings',
          test: /cli\/build\/(?:run\/network|render\/fields|commands\/settings\/(?:settings|render))\.js$|core\/dist\/(?:settings\/|network\/(?:dates|network|real)|errors\/sparekey-error)\b/,
        },
        {
          name: 'words',
          test: /cli\/build\/(?:commands\/explain\/explain|render\/finding)\.js$|core\/dist\/(?:explain-code|languages|diagnosis\/(?:words\/|finding)|protocols\/words|errors\/codes)\b/,
        },
      ],
    },
  },
})
