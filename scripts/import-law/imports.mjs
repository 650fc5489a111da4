import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

/** @typedef {{ folder: string, file: string, to: string, typesOnly: boolean }} Import `to`: a file of the same root, or a package */

const statement = /^(?:import|export)\b(?<types> type\b)?(?:[^'"]*?\bfrom)? *['"](?<from>[^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"](?<from>[^'"]+)['"]/g

/**
 * What the sources of one room import; tests and `testing/` are left out.
 *
 * @param {string} root a source folder
 * @returns {Import[]}
 */
export function importsOf(root) {
  return sourcesIn(root).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const found = [...text.matchAll(statement), ...text.matchAll(dynamic)]
    const folder = posix.dirname(file)
    return found.map(({ groups }) => ({
      folder,
      file,
      to: groups.from.startsWith('.') ? posix.join(folder, groups.from) : groups.from,
      typesOnly: groups.types !== undefined,
    }))
  })
}

/** @param {string} root @returns {string[]} paths of the sources that are no tests */
function sourcesIn(root) {
  return filesIn(root).filter((path) => !/\.test\.tsx?$/.test(path))
}

/** @param {string} root @returns {string[]} the folders that need a row: all with sources or tests, but `testing/` */
export function foldersIn(root) {
  return [...new Set(filesIn(root).map((path) => posix.dirname(path)))]
}

function filesIn(root) {
  return readdirSync(root, { recursive: true })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => /\.tsx?$/.test(path) && !/(?:^|\/)(?:testing|node_modules|\..+)\/|\.config\.ts$|\.d\.ts$/.test(path),
    )
    .toSorted()
}
