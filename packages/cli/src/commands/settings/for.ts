/** What `--for` needs, in one piece: what is known of all programs is large, and loaded only when asked for. */
export { programFor } from '../../run/program.ts'
export { listPrograms } from './list.ts'
export { settingsForProgram } from './program.ts'
