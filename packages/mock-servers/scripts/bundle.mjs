/**
 * Before `npm pack`: copies hoodiecrow-imap and what it needs from the workspace's node_modules into this package's own,
 * from where npm bundles them (`bundleDependencies` in package.json). The copy stays there; whoever resolves it finds
 * the same code.
 *
 * Why bundled: hoodiecrow-imap names optimist, simplesmtp and, through them, a minimist with a critical advisory as
 * optional dependencies. They serve only its own command, and only the copies that a package brings along itself can be
 * kept free of them on somebody else's machine. Its code is not changed, only its manifest.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
const target = join(modules, 'hoodiecrow-imap')
const original = fileURLToPath(new URL('../../../node_modules/hoodiecrow-imap/package.json', import.meta.url))
const manifest = JSON.parse(readFileSync(original, 'utf8'))

if (
  !existsSync(target) ||
  JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')).version !== manifest.version
) {
  // Made beside its place and moved there whole: tests may be running that resolve it at any moment.
  mkdirSync(modules, { recursive: true })
  const draft = mkdtempSync(join(modules, '.bundle-'))
  copy(dirname(original), draft)
  for (const name of Object.keys(manifest.dependencies)) {
    const dependency = createRequire(original).resolve(`${name}/package.json`)
    copy(dirname(dependency), join(draft, 'node_modules', name))
  }
  delete manifest.optionalDependencies
  delete manifest.bin
  writeFileSync(join(draft, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  rmSync(target, { recursive: true, force: true })
  // A temporary folder is its maker's alone; a package is for everybody.
  chmodSync(draft, 0o755)
  renameSync(draft, target)
}

/** A package without the packages inside it, and without what is only for working on it. */
function copy(from, to) {
  const left = new Set(['node_modules', 'tests', 'examples', 'bin', 'Gruntfile.js'])
  const taken = (path) => path === from || (!left.has(relative(from, path)) && !/^\.|\.jpg$/.test(basename(path)))
  cpSync(from, to, { recursive: true, filter: taken })
}
