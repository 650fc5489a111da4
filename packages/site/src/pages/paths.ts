/** Where the pages of each kind lie, from the first page of a language. */
import type { ExplanationCode, FindingCode, Program } from '@sparekey/core'
import type { Row } from '@sparekey/evidence'

export const findingPath = (code: FindingCode | ExplanationCode): string => `findings/${code}.html`

export const programPath = ({ id }: Program): string => `programs/${id}.html`

export const replyPath = ({ row }: { row: Row }): string => `replies/${row.id.toLowerCase()}.html`

export const numbersPath = 'aadsts/index.html'

export const numberPath = (aadsts: number): string => `aadsts/aadsts${aadsts}.html`
