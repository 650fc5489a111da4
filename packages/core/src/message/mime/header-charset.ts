import { fieldOf, type Field } from './fields.ts'
import { readParameters } from './parameters.ts'

/** What raw octets in a header most likely are in: what the body says of itself. */
export function charsetOfHeader(fields: readonly Field[]): string {
  return readParameters(fieldOf(fields, 'content-type')).parameters.get('charset') ?? ''
}
