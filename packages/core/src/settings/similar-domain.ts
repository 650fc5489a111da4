import { personalDomains } from './domains.ts'
import { editDistance } from './edit-distance.ts'

/** The domains that most people have, before those of single countries. */
const common = ['hotmail.com', 'outlook.com', 'live.com', 'msn.com', 'hotmail.co.jp', 'outlook.jp', 'live.jp']
const known = [...new Set([...common, ...personalDomains])]

/**
 * The domain of Microsoft's personal mail that somebody who typed this one may have meant: `hotmail.com` for `hotmial.com`.
 * `undefined` if it is one of them, or like none.
 */
export function similarDomain(domain: string): string | undefined {
  const typed = domain.toLowerCase()
  if (personalDomains.has(typed)) return undefined
  const near = known
    .filter((name) => Math.abs(name.length - typed.length) <= slips(name) && !isOtherCountry(name, typed))
    .map((name) => ({ name, distance: editDistance(typed, name) }))
    .filter(({ name, distance }) => distance <= slips(name))
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.name
}

/** How many slips of the finger a name may have: of a short one, every second letter would be another name. */
function slips(name: string): number {
  return name.length < 10 ? 1 : 2
}

/** `hotmail.fr` is no slip for `hotmail.gr`: two letters are a country. */
function isOtherCountry(name: string, typed: string): boolean {
  const [a, b] = [name, typed].map((domain) => domain.slice(domain.lastIndexOf('.') + 1))
  return a!.length === 2 && b!.length === 2 && a !== b
}
