import type { Words } from '../words.ts'
import { frame } from './frame.ts'
import { guides } from './guides.ts'
import { home } from './home.ts'
import { findings, numbers, programs, replies } from './reference.ts'
import { explain, settings } from './tools.ts'

export const en: Words = { frame, home, explain, settings, findings, programs, replies, numbers, guides }
