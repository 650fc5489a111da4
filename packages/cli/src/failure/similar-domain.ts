/** Loaded only for an address that is not Microsoft's. Imported by name: the bundle then holds this and not all of core. */
export { similarDomain } from '@sparekey/core'
