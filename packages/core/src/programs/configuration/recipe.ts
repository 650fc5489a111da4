import type { Authentication, Protocol, ServerSettings } from '../../settings/settings.ts'
import { shell } from './quoting.ts'

/** A server, and how the program signs in to it. */
export type Access = ServerSettings & { way: Authentication }

/** What a recipe is made from: whose mailbox, and the servers that the program can sign in to. */
export type Given = {
  address: string
  imap?: Access
  pop3?: Access
  smtp?: Access
}

/** A file of a program's own, ready to be saved, or commands ready to be run. */
export type ProgramFile = {
  /** Where the program looks for it, or what to call it. */
  name: string
  text: string
}

/** What is done with a file: it is saved where the program looks, run as commands, or made part of a program of one's own. */
export type FileUse = 'save' | 'run' | 'paste'

/** Writes the file; nothing where none of the servers is of use to the program. */
export type Recipe = (given: Given) => ProgramFile | undefined

/** The servers of a recipe in the order that suits the program: the first of them that is there. */
export function first(given: Given, ...protocols: readonly Protocol[]): Access | undefined {
  return protocols.map((protocol) => given[protocol]).find((access) => access !== undefined)
}

/** The command that writes a fresh token to its standard output. */
export const tokenWords = (address: string): string[] => ['sparekey', 'token', '--', address]
export const tokenCommand = (address: string): string => `sparekey token -- ${shell(address)}`

/** Lines of which those without a value are left out. */
export const lines = (...all: readonly (string | false | undefined)[]): string =>
  `${all.filter((line) => line !== false && line !== undefined).join('\n')}\n`
