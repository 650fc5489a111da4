/** The parts of the site that the navigation names, in its order. */
export const sections = ['explain', 'settings', 'findings', 'programs', 'replies', 'guides'] as const
export type Section = (typeof sections)[number]
