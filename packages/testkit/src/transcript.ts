/** The notation alone, for whoever plays transcripts without a socket. */
export { parse, type Side, type Step } from './wire/transcript.ts'
