/**
 * `npm run generate`: makes src/evidence.json of docs/microsoft-sign-in.md. With `--check` it writes nothing and fails if
 * the file is another than it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { evidenceFile, generated, table } from './files.mjs'

const made = generated(readFileSync(table, 'utf8'))
if (!process.argv.includes('--check')) writeFileSync(evidenceFile, made)
else if (readFileSync(evidenceFile, 'utf8') !== made) {
  throw new Error('packages/evidence/src/evidence.json is not what docs/microsoft-sign-in.md says: npm run generate')
}
