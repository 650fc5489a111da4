/** Facts of a sign-in, for tests of the rules. */
import { decide } from '../sign-in/decide.ts'
import { combinations, factValues, type SignInFacts } from '../sign-in/facts.ts'

/** A sign-in with nothing against it. */
export const fine: SignInFacts = {
  protocol: 'imap',
  account: 'known',
  kind: 'personal',
  standing: 'active',
  twoStep: 'off',
  proof: 'password',
  basicAuth: 'accepted',
  protocolSwitch: 'on',
  unconnected: 'let-in',
  tenantSmtpAuth: 'on',
  tenantPolicy: 'none',
}

/** Every combination of facts there is. */
export const everything = combinations(factValues)

/** Those the gate can bring about: an unknown account has no right secret, a personal one no tenant, and so on. */
export const possible = everything.filter(
  (facts) =>
    (facts.account === 'known' ||
      (['wrong-secret', 'unknown-token'].includes(facts.proof) &&
        facts.standing === 'active' &&
        facts.twoStep === 'off' &&
        facts.protocolSwitch === 'on')) &&
    (facts.proof !== 'app-password' || facts.twoStep === 'on') &&
    (facts.kind === 'work' || (facts.tenantSmtpAuth === 'on' && facts.tenantPolicy === 'none')) &&
    (facts.protocol === 'smtp'
      ? facts.basicAuth !== 'disabled'
      : (facts.basicAuth === 'disabled') === (facts.unconnected === 'refused')),
)

/** Whether the facts are all that these say. */
export const agrees = (facts: SignInFacts, some: object) =>
  Object.entries(some).every(([fact, value]) => facts[fact as keyof SignInFacts] === value)

export const isSecret = ({ proof }: SignInFacts) => !proof.endsWith('token')

export const isPlainlyBad = (proof: SignInFacts['proof']) =>
  /^(unknown|revoked|expired|wrong-audience|missing-scope)-token$/.test(proof)

export const reason = (facts: Partial<SignInFacts>) => decide({ ...fine, ...facts }).reason
