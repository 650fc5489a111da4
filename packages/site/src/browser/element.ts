/** Makes and finds elements. What comes from a person or a table becomes text, never markup. */

type Part = Node | string

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...parts: readonly Part[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...parts)
  return element
}

/** An element that the page is known to have. */
export function find<Kind extends HTMLElement>(
  kind: new () => Kind,
  selector: string,
  inside: ParentNode = document,
): Kind {
  const element = inside.querySelector(selector)
  if (element instanceof kind) return element
  throw new TypeError(`The page has no ${selector}.`)
}

/** Today in the reader's own time, as `2026-11-30`. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
