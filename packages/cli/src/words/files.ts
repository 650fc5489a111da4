import type { FileMistake, Problems, Remedies } from './failures.ts'

/** Files: what a person wrote, what is kept, what is written. */
export type FilesWords = {
  fileMistakes: Record<FileMistake['code'], (path: string) => string>
  map: { using: (path: string) => string }
} & Problems<
  | 'file-missing'
  | 'file-unreadable'
  | 'store-not-private'
  | 'store-damaged'
  | 'store-busy'
  | 'bad-config'
  | 'output-exists'
  | 'output-failed'
  | 'write-failed'
  | 'bad-server-map'
  | 'map-not-private'
  | 'map-not-local'
> &
  Remedies<'file-missing'>
