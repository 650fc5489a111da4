import { SparekeyError } from '../errors/sparekey-error.ts'
import type { AccountKind } from '../settings/settings.ts'
import { tenantFor, type Cloud, type Resource } from './clouds.ts'
import { grantOf, type OAuthGrant } from './grant.ts'
import {
  identityService,
  type Answer,
  type Application,
  type IdentityService,
  type Tokens,
} from './identity-service.ts'
import { refusalFailure } from './refusal.ts'
import type { Said } from './refusal-table.ts'

/** What both ways of signing in with Microsoft begin and end with. */

/** Who asks whom to sign in, and for what. */
export type SignInOptions = Application & {
  /** What kind of account it is. If `unknown`, Microsoft's page finds out. */
  account: AccountKind
  /**
   * What the owner is asked to permit, in one go; the access token is for the first. If unset, the mail servers, and
   * sending by Graph for mailboxes whose SMTP is off.
   */
  resources?: readonly Resource[] | undefined
}

/** A sign-in under way. */
export type SignIn = {
  service: IdentityService
  cloud: Cloud
  resources: readonly Resource[]
  /** The resource of the access token. */
  first: Resource
  /** @throws SparekeyError the finding behind a refusal; those of `grantOf` */
  finish(answer: Answer<Tokens>, flow?: Said['flow']): OAuthGrant
}

export async function beginSignIn(options: SignInOptions): Promise<SignIn> {
  const { account, clientId, cloud = 'global', network, signal, resources = ['outlook', 'graph'] } = options
  if (cloud !== 'global' && account === 'personal') {
    throw new SparekeyError('usage', { problem: 'personal-cloud' })
  }
  const tenant = tenantFor(account)
  const first = resources[0] ?? 'outlook'
  return {
    service: await identityService({ clientId, cloud, tenant, network, signal }),
    cloud,
    resources,
    first,
    finish(answer, flow) {
      if (answer.kind === 'refused') throw refusalFailure(answer.refusal, flow)
      return grantOf(answer.granted, { clientId, cloud, resource: first })
    },
  }
}
