/** Puts every mutant of a room into its files, each behind a switch. The mutants are Stryker's. */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../reports.mjs'
import { tool } from '../tool.mjs'

const pinned = '@stryker-mutator/instrumenter@9.6.1'

/** Sentences are the business of tests that compare words with their evidence. */
const sentences = {
  shouldIgnore({ node }) {
    const texts = node.type === 'StringLiteral' ? [node.value] : (node.quasis ?? []).map(({ value }) => value.raw)
    return texts.some((text) => /\s/.test(text)) ? 'a sentence' : undefined
  },
}

export async function instrument(room) {
  const from = createRequire(join(tool(pinned), 'node_modules', 'any.js'))
  const load = (name) => import(pathToFileURL(from.resolve(name)).href)
  const { createInjector } = await load('typed-inject')
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter')
  const nobody = () => undefined
  const logger = { isDebugEnabled: () => false, debug: nobody, info: nobody, warn: console.warn }
  const instrumenter = createInjector().provideValue('logger', logger).injectFunction(createInstrumenter)
  const files = filesOf(room).map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }))
  const result = await instrumenter.instrument(files, { plugins: null, excludedMutations: [], ignorers: [sentences] })
  const contents = new Map(files.map(({ name, content }) => [name, content.split('\n')]))
  return {
    files: result.files,
    mutants: result.mutants.filter(({ status }) => status !== 'Ignored').map((mutant) => describe(mutant, contents)),
  }
}

function filesOf({ package: folder, folder: inside, only, not }) {
  const top = join(root, folder, inside)
  return readdirSync(top, { recursive: true })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !not?.test(name) && (only?.test(name) ?? true))
    .toSorted()
    .map((name) => join(top, name))
}

function describe({ id, fileName, replacement, location: { start, end } }, contents) {
  const lines = contents.get(fileName).slice(start.line, end.line + 1)
  const code = lines[0].trim()
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column)
  lines[0] = lines[0].slice(start.column)
  return { id, file: relative(root, fileName), code, was: lines.join('\n'), becomes: replacement }
}
