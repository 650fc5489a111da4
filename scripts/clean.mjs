/** Removes `dist` of the package that is built: tsc leaves what it once made of files that have moved. */
import { rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
