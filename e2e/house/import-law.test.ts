import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'

/** Holds the tables of docs/architecture.md to their word: against the folders, against the code, and against lint. */
const project = join(import.meta.dirname, '../..')
type Permission = { place: string; typesOnly: boolean }
type Row = { folder: string; may: Permission[]; elsewhere: Permission[] }
type Import = { folder: string; to: string; typesOnly: boolean }
type Room = { root: string; rows: Row[]; folders: string[]; imports: Import[] }

const law = JSON.parse(
  execFileSync(process.execPath, ['scripts/import-law/write.mjs', '--print'], { cwd: project, encoding: 'utf8' }),
) as Room[]
const isFile = (place: string) => /\.tsx?$/.test(place)

test('every workspace has its table in the import law', () => {
  const roots = execFileSync('git', ['ls-files', '--', 'packages/*/package.json', 'e2e/package.json'], { cwd: project })
    .toString()
    .trim()
    .split('\n')
    .map((path) => posix.dirname(path))
  expect(law.map(({ root }) => root.replace(/\/src$/, '')).toSorted()).toEqual(roots.toSorted())
})

test.for(law)('$root: every folder has one row in the import law, and every row its folder', ({ rows, folders }) => {
  expect(rows.map(({ folder }) => folder).toSorted()).toEqual(folders.toSorted())
})

test.for(law)('$root: no circle of folders is allowed, types included', ({ rows }) => {
  const left = new Map(
    rows.map(({ folder, may }) => [
      folder,
      new Set(may.map(({ place }) => (isFile(place) ? posix.dirname(place) : place)).filter((to) => to !== folder)),
    ]),
  )
  for (let leaf; (leaf = [...left].find(([, to]) => [...to].every((folder) => !left.has(folder))));)
    left.delete(leaf[0])
  expect([...left.keys()]).toEqual([])
})

test.for(law)('$root: nothing is allowed that no source needs', ({ rows, imports }) => {
  const idle = rows.flatMap(({ folder, may, elsewhere }) => {
    const used = imports.filter((found) => found.folder === folder)
    const needs = ({ place, typesOnly }: Permission) => {
      const needed = used.filter(({ to }) => to === place || (isFile(to) && posix.dirname(to) === place))
      return needed.some((found) => typesOnly || !found.typesOnly)
    }
    const tooMuch = [...may, ...elsewhere].filter((permission) => !needs(permission))
    return tooMuch.map(({ place, typesOnly }) => `${folder}: ${place}${typesOnly ? ' (types)' : ''}`)
  })
  expect(idle).toEqual([])
})

type Planted = { path: string; line: number; statement: string; forbidden: boolean }

test('lint refuses each import that the law does not allow, in every folder, and no other', async () => {
  await using folder = await temporaryFolder()
  for (const name of ['.oxlintrc.json', 'import-law.oxlintrc.json'])
    copyFileSync(join(project, name), join(folder.path, name))
  const planted = law.flatMap(({ root, rows }) => rows.flatMap((row) => plantedIn(root, rows, row)))
  for (const { path, statement } of planted) {
    mkdirSync(join(folder.path, dirname(path)), { recursive: true })
    appendFileSync(join(folder.path, path), `${statement}\n`)
  }
  const refused = refusedIn(folder.path)
  const wrong = planted.filter(({ path, line, forbidden }) => refused.has(`${path}:${line}`) !== forbidden)
  expect(
    wrong.map(({ path, statement, forbidden }) => `${path}: ${statement} ${forbidden ? 'passes' : 'is refused'}`),
  ).toEqual([])
  expect(refused.size).toBeGreaterThan(law.flatMap(({ rows }) => rows).length)
})

/** In a folder's `planted.ts`, a line for each other folder (values, then types), and for things from elsewhere. */
function plantedIn(root: string, rows: readonly Row[], { folder, may, elsewhere }: Row): Planted[] {
  const to = (place: string) => {
    const relative = posix.relative(posix.join('/room', folder), posix.join('/room', place))
    return relative.startsWith('.') ? relative : `./${relative}`
  }
  const others = rows.map((row) => row.folder).filter((name) => name !== folder)
  const inFolders = [...others, posix.join(folder, 'no-such-folder')].flatMap((name) => {
    const allowed = may.find(({ place }) => place === name)
    const from = to(posix.join(name, 'some-file.ts'))
    return [
      { verb: 'import', from, forbidden: !allowed || allowed.typesOnly },
      { verb: 'import type', from, forbidden: !allowed },
    ]
  })
  const rooms = law.map((room) => room.root).filter((other) => other !== root)
  const foreign = ['node:net', 'node:child_process', 'imapflow', 'some-package', '@sparekey/core', '@sparekey/evidence']
  const fromElsewhere = [...new Set([...foreign, ...elsewhere.map(({ place }) => place)])].flatMap((from) => {
    const allowed = elsewhere.find(({ place }) => place === from)
    return [
      { verb: 'import', from, forbidden: !allowed || allowed.typesOnly },
      { verb: 'import type', from, forbidden: !allowed },
    ]
  })
  const outside = [...rooms.map((other) => posix.join(posix.relative(root, other), 'index.ts')), '../src/x.ts'].map(
    (place) => ({ verb: 'import', from: to(place), forbidden: true }),
  )
  return [...inFolders, ...fromElsewhere, ...outside].map(({ verb, from, forbidden }, index) => ({
    path: posix.join(root, folder, 'planted.ts'),
    line: index + 1,
    statement: `${verb} { name${index} } from '${from}'`,
    forbidden,
  }))
}

/** `path:line` of each import that lint refuses in a folder. */
function refusedIn(folder: string): Set<string> {
  const oxlint = join(project, 'node_modules/.bin/oxlint')
  const { stdout } = spawnSync(oxlint, ['-f', 'json', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[]
  }
  return new Set(
    diagnostics
      .filter(({ code }) => code === 'eslint(no-restricted-imports)')
      .map(({ filename, labels }) => `${filename}:${labels[0]!.span.line}`),
  )
}
