/**
 * `node scripts/container-context.mjs DIR`: lays out in DIR what the Dockerfile copies: the built command with its
 * production dependencies, and the health check. Needs `npm run build` first; changes nothing outside DIR.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
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
  (path) => path.includes('node_modules') && !/node_modules[\\/]@?typescript/.test(path),
)

for (const path of modules) {
  const real = realpathSync(path)
  const place = join(target, relative(root, path))
  // A workspace is a link into packages/: of it only what would be published.
  const files = real.includes('node_modules') ? ['.'] : ['dist', 'package.json', 'LICENSE']
  for (const file of files) {
    if (!existsSync(join(real, file))) throw new Error(`${join(real, file)} is missing: run \`npm run build\` first`)
    mkdirSync(place, { recursive: true })
    cpSync(join(real, file), join(place, file), {
      recursive: true,
      filter: (source) => relative(real, source) === '' || !relative(real, source).startsWith('node_modules'),
    })
  }
}
copyFileSync(join(root, 'Dockerfile'), join(target, 'Dockerfile'))
writeFileSync(
  join(target, 'healthcheck.mjs'),
  `const answer = await fetch('http://127.0.0.1:1080/api/v1/health').catch(() => undefined)
process.exit(answer?.ok ? 0 : 1)
`,
)
