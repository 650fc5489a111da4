/** docs/microsoft-sign-in.md as data. For tests, reports and pages; who says or judges something writes its own words. */
export { evidence, filled, rowOf } from './reader.ts'
export type { Confidence, ErrorNumber, Evidence, Period, Placeholder, Row, Source, Wording } from './row.ts'
