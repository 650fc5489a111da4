/**
 * The import law as `docs/architecture.md` writes it: under "Who may import whom" one heading and one table for each
 * package, one line for each folder.
 *
 * | Folder | What it is | May import | From elsewhere |
 */

/**
 * @typedef {{ place: string, typesOnly: boolean }} Permission a folder or a file of the package, or a module from elsewhere
 * @typedef {{ folder: string, subject: string, may: Permission[], elsewhere: Permission[] }} Row
 * @typedef {{ root: string, rows: Row[], tests: string[] }} Room one source folder and the packages its tests may use
 */

const heading = /^### `(?<root>[^`]+)`$/
const testsLine = /^Tests may import everything in this folder, and (?<list>.+)\.$/

/**
 * @param {string} page the text of docs/architecture.md
 * @returns {Room[]} in the page's order
 */
export function readLaw(page) {
  const rooms = []
  const section = page.split(/^## /m).find((part) => part.startsWith('Who may import whom'))
  if (section === undefined) throw new Error('docs/architecture.md has no section "Who may import whom"')
  for (const line of section.split('\n')) {
    const root = heading.exec(line)?.groups?.root
    if (root !== undefined) rooms.push({ root, rows: [], tests: [] })
    const list = testsLine.exec(line)?.groups?.list
    if (list !== undefined) rooms.at(-1).tests.push(...names(list))
    if (line.startsWith('| `')) rooms.at(-1).rows.push(readRow(line))
  }
  return rooms
}

function readRow(line) {
  const cells = line.split('|').map((cell) => cell.trim())
  if (cells.length !== 6) throw new Error(`not a row of four cells: ${line}`)
  const [, folder, subject, may, elsewhere] = cells
  return { folder: names(folder)[0], subject, may: permissions(may), elsewhere: permissions(elsewhere) }
}

/** `` `errors`, `probe` (types) `` → two permissions. */
function permissions(cell) {
  return [...cell.matchAll(/`(?<place>[^`]+)`(?<types> \(types\))?/g)].map(({ groups }) => ({
    place: groups.place,
    typesOnly: groups.types !== undefined,
  }))
}

function names(cell) {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
}
