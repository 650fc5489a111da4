/** Where the evidence is read and written, and how it looks there. */
import { fileURLToPath } from 'node:url'
import { readEvidence } from './tables.mjs'

export const table = fileURLToPath(new URL('../../../docs/microsoft-sign-in.md', import.meta.url))
export const evidenceFile = fileURLToPath(new URL('../src/evidence.json', import.meta.url))

/**
 * One line a row, so that a change is a line in a diff.
 * @param {string} markdown
 */
export function generated(markdown) {
  const { placeholders, rows, numbers } = readEvidence(markdown)
  const names = Object.entries(placeholders).map(([name, value]) => `    "${name}": ${JSON.stringify(value)}`)
  const list = (/** @type {readonly object[]} */ items) =>
    items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')
  return `{\n  "placeholders": {\n${names.join(',\n')}\n  },\n  "rows": [\n${list(rows)}\n  ],\n  "numbers": [\n${list(numbers)}\n  ]\n}\n`
}
