import type { FilesWords } from '../files.ts'

export const files: FilesWords = {
  fileMistakes: {
    'not-json': (path) => `${path} must be JSON`,
    'not-an-object': (path) => `${path} must be an object`,
    'unknown-key': (path) => `${path} is not known`,
    'not-a-client-id': (path) => `${path} must be a client id`,
  },
  map: { using: (path) => `Server map: ${path}` },
  problems: {
    'file-missing': (of) =>
      of.isMap ? `There is no server map ${of.path}.` : `The file ${of.path} does not exist.${namedIn(of)}`,
    'file-unreadable': (of) =>
      `The file ${of.path} cannot be read${of.word === undefined ? '' : ` (${of.word})`}.${namedIn(of)}`,
    'store-not-private': (of) =>
      `${of.path} is not yours alone, so nothing is read from it or put there. "${of.mend}" on it makes it so; if others may have read it, sign out and in again afterwards.`,
    'store-damaged': (of) => `${of.path} is damaged. Remove it, and sign in again with sparekey login.`,
    'store-busy': (of) =>
      `Another sparekey has been busy with this for too long (${of.path}). Try again when it has ended.`,
    'bad-config': (of) => of.mistakes.map((line) => `${of.path}: ${line}`).join('\n'),
    'output-exists': (of) =>
      `${of.path} exists and is no server map, so it is left alone. Choose another name, or remove it yourself.`,
    'output-failed': (of) => `${of.path} cannot be written.`,
    'write-failed': (of) => `Writing failed (${of.word}).`,
    'bad-server-map': (of) => `The server map ${of.path} has mistakes: ${of.mistakes.join('; ')}`,
    'map-not-private': (of) =>
      `The server map ${of.path} can be written by others, who could send your password elsewhere. Make it yours alone: chmod 600.`,
    'map-not-local': (of) =>
      `The server map ${of.path} points away from this computer: ${of.mistakes.join('; ')}. If that is meant, add --allow-remote-servers.`,
  },
  remedies: {
    'file-missing': (of) =>
      of.isMap ? [`The mock servers write it, and remove it when they stop: sparekey mock --write ${of.path}`] : [],
  },
}

/** A file that another file leads to. */
function namedIn({ config }: { config?: string }): string {
  return config === undefined ? '' : ` ${config} names it.`
}
