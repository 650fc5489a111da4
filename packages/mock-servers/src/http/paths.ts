/**
 * Where the identity routes and the account page send a browser to each other. They share these paths, the languages and
 * the banner, and know nothing else of one another.
 */
export const signInPath = '/signin'
export const consentPath = '/consent'
/** The identity routes take an authorization up again where the account page was needed. */
export const resumePath = '/common/oauth2/v2.0/reprocess'
