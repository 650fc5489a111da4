/** The commands that hoodiecrow answers itself, in Microsoft's words. LOGOUT and CAPABILITY need no connected mailbox. */
import type { CommandRules } from './command.ts'

export const stock = [
  { verbs: ['CAPABILITY', 'LOGOUT', 'NOOP'], state: 'any', args: [0, 0] },
  { verbs: ['ID'], state: 'any', args: [1, 1] },
  { verbs: ['NAMESPACE'], state: 'signed-in', args: [0, 0] },
  { verbs: ['CHECK'], state: 'selected', args: [0, 0] },
] as const satisfies readonly CommandRules[]
