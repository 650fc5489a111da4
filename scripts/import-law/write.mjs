/**
 * `node scripts/import-law/write.mjs`: makes `import-law.oxlintrc.json`, which `.oxlintrc.json` extends, from the tables of
 * `docs/architecture.md`. `--check` writes nothing and exits 1 if the file is stale; `--print` prints the law as JSON,
 * each room with the folders that are there and the imports that its sources make.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { foldersIn, importsOf } from './imports.mjs'
import { lintRows } from './lint-rows.mjs'
import { readLaw } from './table.mjs'

const place = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const law = readLaw(readFileSync(place('docs/architecture.md'), 'utf8'))
const target = place('import-law.oxlintrc.json')
const text = `${JSON.stringify(lintRows(law), null, 1)}\n`

if (process.argv.includes('--print')) {
  const rooms = law.map((room) => ({
    ...room,
    folders: foldersIn(place(room.root)),
    imports: importsOf(place(room.root)),
  }))
  console.log(JSON.stringify(rooms))
} else if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('import-law.oxlintrc.json is stale: run `npm run generate` after changing docs/architecture.md.')
  process.exitCode = 1
}
