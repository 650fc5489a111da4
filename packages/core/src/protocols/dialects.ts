import type { Protocol } from '../settings/settings.ts'
import type { Dialect } from './dialect.ts'
import { imap } from './imap.ts'
import { pop3 } from './pop3.ts'
import { smtp } from './smtp.ts'

export const dialects: Record<Protocol, Dialect> = { imap, pop3, smtp }
