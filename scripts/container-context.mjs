/**
 * `node scripts/container-context.mjs DIR`: lays out in DIR what the Dockerfile copies: the built command with its
 * production dependencies, and the health check. Needs `npm run build` first; changes nothing outside DIR.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = process.argv[2]
if (!target) throw new Error('usage: node scripts/container-context.mjs DIR')

const listed = execFileSync('npm', ['ls', '--workspace', 'sparekey', '--omit=dev', '--all', '--parseable'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
})
// TypeScript is an optional peer of a dependency: types only, nothing that runs.
const modules = [...new Set(listed.split('\n'))].filter(
  (path) => path.startsWith(join(root, 'node_modules')) && !/node_modules[\\/]@?typescript/.test(path),
)

for (const path of modules) {
  const real = realpathSync(path)
  const place = join(target, relative(root, path))
  mkdirSync(place, { recursive: true })
  if (real.startsWith(join(root, 'packages'))) {
    // A workspace is a link into packages/: of it only what would be published.
    if (!existsSync(join(real, 'dist')))
      throw new Error(`${join(real, 'dist')} is missing: run \`npm run build\` first`)
    const { bundleDependencies = [] } = JSON.parse(readFileSync(join(real, 'package.json'), 'utf8'))
    const bundled = bundleDependencies.map((name) => join('node_modules', name))
    for (const part of ['dist', 'package.json', 'LICENSE', ...bundled]) {
      if (existsSync(join(real, part))) cpSync(join(real, part), join(place, part), { recursive: true })
    }
  } else {
    // What it has in a node_modules of its own is listed by itself.
    const own = (source) => !relative(real, source).startsWith('node_modules')
    cpSync(real, place, { recursive: true, filter: own })
  }
}
copyFileSync(join(root, 'Dockerfile'), join(target, 'Dockerfile'))
writeFileSync(
  join(target, 'healthcheck.mjs'),
  `const answer = await fetch('http://127.0.0.1:1080/api/v1/health').catch(() => undefined)
process.exit(answer?.ok ? 0 : 1)
`,
)
