/**
 * The grammar of one cell of docs/microsoft-sign-in.md. A cell that breaks it is an `Error` whose message says what is
 * wrong; nothing is guessed, and no word of Microsoft's is changed.
 */

/** @typedef {import('../src/row.ts').Wording} Wording */
/** @typedef {import('../src/row.ts').Source} Source */
/** @typedef {import('../src/row.ts').Period} Period */
/** @typedef {import('../src/row.ts').Confidence} Confidence */

/** @param {string} text */
export function placeholdersIn(text) {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
}

/**
 * Wordings stand between middle dots, the lines of one between `⏎`. An error has its code in front, and Graph's the status
 * in front of that: 401 `InvalidAuthenticationToken`: `Access token is empty.`
 * @param {string} cell
 * @param {ReadonlySet<string>} placeholders
 * @returns {Wording[]}
 */
export function wordings(cell, placeholders) {
  /** @type {string[]} */
  const codes = []
  const shape = cell.replaceAll(/`([^`]*)`/g, (_, code) => {
    codes.push(code)
    return '`'
  })
  const found = shape.split(' · ').map((one) => wording(one, codes.splice(0, one.split('`').length - 1)))
  for (const { text = '' } of found) {
    const unknown = placeholdersIn(text).find((name) => !placeholders.has(name))
    if (unknown !== undefined) throw new Error(`{${unknown}} is no placeholder of the table`)
  }
  return found
}

/**
 * @param {string} shape with a backtick for each piece of code
 * @param {string[]} codes
 * @returns {Wording}
 */
function wording(shape, codes) {
  const [first = '', second, third] = codes
  if (/^`( ⏎ `)*$/.test(shape)) {
    return codes.length === 1 && /^[a-z]+(_[a-z]+)+$/.test(first) ? { error: first } : { text: codes.join('\r\n') }
  }
  const [, status, suberror, said] = /^(?:(\d{3}) )?`(, suberror `)?(: `)?$/.exec(shape) ?? []
  if (status === undefined && suberror === undefined && said === undefined) {
    throw new Error(`cannot be read as words on the wire: ${shape}`)
  }
  const text = suberror ? third : second
  return {
    ...(status && { status: Number(status) }),
    error: first,
    ...(suberror && second && { suberror: second }),
    ...(text && { text }),
  }
}

const phases = /** @type {const} */ (['I', 'II', 'III'])

/**
 * `all`, `I`, `II, III`, `from 2023`, `until 2022`, each with a note behind a semicolon if there is more to say.
 * @param {string} cell
 * @returns {Period}
 */
export function period(cell) {
  const [, when = '', note] = /^([^;]+)(?:; (.+))?$/.exec(cell) ?? []
  const more = note === undefined ? {} : { note }
  const [, side, day] = /^(from|until) (\d{4}(?:-\d\d-\d\d)?)$/.exec(when) ?? []
  if (side !== undefined) return { phases: [...phases], [side]: day, ...more }
  const named = when === 'all' ? [...phases] : phases.filter((phase) => when.split(', ').includes(phase))
  if (when !== 'all' && named.join(', ') !== when) throw new Error(`"${cell}" is no period`)
  return { phases: named, ...more }
}

/**
 * Begins with what it rests on: `official`, `announced`, `assumed`, or how many sources have the words.
 * @param {string} cell
 * @returns {Confidence}
 */
export function confidence(cell) {
  if (cell === '') throw new Error('no confidence')
  const [, basis, count] = /^(official|announced|assumed|(\d+)\+? sources?)(?=$|[,;:] | )/.exec(cell) ?? []
  if (basis === undefined) throw new Error(`"${cell}" does not begin with a confidence`)
  if (count === undefined) return { basis: /** @type {Confidence['basis']} */ (basis), text: cell }
  return { basis: 'seen', sources: Number(count), text: cell }
}

const source =
  /^(?:\[([^\]]+)\](?:\(([^()]+)\)|\[([^\]]+)\])|([^[\]]+?))(?:, (\d{4}(?:-\d\d){0,2}|undated))?(?: \(([^()]+)\))?$/

/**
 * @param {string} cell
 * @param {{ links: ReadonlyMap<string, { url: string, day: string | null }>, standing: ReadonlySet<string> }} known
 * @returns {Source[]}
 */
export function sources(cell, { links, standing }) {
  if (cell === '') throw new Error('no source')
  return cell.split('; ').map((one) => {
    const [, label, address, link, name = label, day, note] = source.exec(one) ?? []
    if (name === undefined) throw new Error(`"${one}" cannot be read as a source`)
    const page = link === undefined ? undefined : links.get(link)
    if (link !== undefined && !page) throw new Error(`[${link}] is defined nowhere`)
    if (day === undefined && !page && !standing.has(name)) throw new Error(`"${one}" has no date`)
    const url = address ?? page?.url
    return {
      name,
      ...(url !== undefined && { url }),
      day: day === undefined ? (page?.day ?? null) : day === 'undated' ? null : day,
      ...(note !== undefined && { note }),
    }
  })
}
