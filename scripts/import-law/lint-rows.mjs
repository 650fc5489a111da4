import { posix } from 'node:path'

/** @typedef {import('./table.mjs').Room} Room */
/** @typedef {import('./table.mjs').Row} Row */

const page = 'See "Who may import whom" in docs/architecture.md.'

/**
 * The law as configuration of oxlint: default deny, then one row for each folder, then its tests. oxlint compares what
 * an import says, not where it leads, so each row spells its neighbours from exactly its own depth.
 *
 * @param {Room[]} rooms
 * @returns {{ overrides: { files: string[], rules: object }[] }}
 */
export function lintRows(rooms) {
  return { overrides: [...rooms.flatMap(roomRows), configurations] }
}

function roomRows({ root, rows, tests }) {
  const depths = [...Array(Math.max(...rows.map(({ folder }) => depthOf(folder))) + 2).keys()]
  return [
    override([`${root}/**/*`], restriction([], [], `This folder has no row in the import law. ${page}`)),
    ...rows.map((row) => override([posix.join(root, row.folder, '*')], folderRule(row))),
    ...depths.map((depth) => override(testsAt(root, depth), testRule(depth, tests))),
  ]
}

const configurations = { files: ['**/*.config.ts'], rules: { 'no-restricted-imports': 'off' } }

const depthOf = (folder) => (folder === '.' ? 0 : folder.split('/').length)

function testsAt(root, depth) {
  const folder = `${root}/${'*/'.repeat(depth)}`
  return [`${folder}*.test`, ...(depth === 0 ? [] : [`${folder.slice(0, -2)}testing/*`])]
}

function override(stems, rule) {
  return { files: stems.flatMap((stem) => [`${stem}.ts`, `${stem}.tsx`]), rules: { 'no-restricted-imports': rule } }
}

function folderRule({ folder, may, elsewhere }) {
  const permitted = [
    ...may.map(({ place, typesOnly }) => ({ path: pattern(folder, place), typesOnly })),
    ...elsewhere.map(({ place, typesOnly }) => ({ path: place, typesOnly })),
  ]
  return restriction(
    ['./*', ...permitted.map(({ path }) => path)],
    permitted.filter(({ typesOnly }) => typesOnly).map(({ path }) => ({ regex: expression(path) })),
    `${folder === '.' ? 'The root folder' : folder} may not import this. ${page}`,
  )
}

/** A test sees the whole package, and nothing of a neighbour's source. */
function testRule(depth, tests) {
  return restriction(
    ['./**', '../**', ...tests],
    [{ regex: `^(?:\\.\\./){${depth + 1}}`, typesToo: true }],
    `A test of this package may not import this. ${page}`,
  )
}

/** A detour, as in `./../other` or `../a/../other`, would pass where its end does not. */
const detour = { regex: '(?:^\\.|[^./])/\\.\\./', typesToo: true }

/** Expressions come first: a group that allows a path ends the search. */
function restriction(allowed, expressions, message) {
  return [
    'error',
    {
      patterns: [
        ...[detour, ...expressions].map(({ regex, typesToo }) =>
          typesToo ? { regex, message } : { regex, allowTypeImports: true, message: `Types only: ${message}` },
        ),
        { group: ['*', ...allowed.map((path) => `!${path}`)], message },
      ],
    },
  ]
}

/** From one folder to a folder's files, or to a single file, as an import says it. */
function pattern(from, to) {
  const path = posix.relative(`/${from}`, `/${to}`)
  const relative = path.startsWith('.') ? path : `./${path}`
  return /\.tsx?$/.test(to) ? relative : `${relative.replace(/\/$/, '')}/*`
}

function expression(path) {
  return `^${path.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`
}
