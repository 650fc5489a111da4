/** Where a mailbox's pages are. A folder's name may hold any character, its separator too: it is one segment. */
import type { Folder } from '../../mail/folder.ts'
import type { Message } from '../../mail/message.ts'

export function folderPath({ name }: Folder, page?: number): string {
  return `/mail/folders/${encodeURIComponent(name)}${page === undefined ? '' : `?page=${page}`}`
}

export function messagePath(folder: Folder, { uid }: Message): string {
  return `${folderPath(folder)}/${uid}`
}
