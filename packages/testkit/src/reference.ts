import { readFile } from 'node:fs/promises'

/** The pages of docs/reference, for tests that hold them against the code. */

/** A page by its name, such as `exit-codes`. */
export function referencePage(name: string): Promise<string> {
  return readFile(new URL(`../../../docs/reference/${name}.md`, import.meta.url), 'utf8')
}

/**
 * What the first column of the table under a heading names: the word that each piece of code in it begins with.
 *
 * @example `--to ADDRESS` · `--cc ADDRESS` names `--to` and `--cc`, `check(options)` names `check`
 */
export async function namesIn(page: string, heading: string): Promise<string[]> {
  const [, after] = (await referencePage(page)).split(new RegExp(`^##+ ${heading}$`, 'm'))
  if (after === undefined) throw new Error(`docs/reference/${page}.md has no heading "${heading}"`)
  const [section] = after.split(/^##/m)
  return [...section!.matchAll(/^\| ((?:[^|\n]|\\\|)+) \|/gm)].flatMap(([, cell]) => codeIn(cell!))
}

/** The word that each piece of code in a text begins with. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([\w-]+)[^`]*`/g)].map(([, word]) => word!)
}
