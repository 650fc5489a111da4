import { machineWords } from './machine-words.ts'
import type { Table } from './row.ts'

/** Every table of wordings that are no server's. */
export const tables: readonly Table[] = [machineWords]
