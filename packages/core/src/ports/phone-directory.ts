import type { Environment } from '../environments/environment.ts';
import type { PhoneUser } from '../provisioning/sign-in-code.ts';

/**
 * NetSapiens read in the environment's own name, with its API key, where no password of the user is at hand. Throws `Unreachable`, and
 * `Refused` when the environment has no such key or the key does not reach that far.
 */
export interface PhoneDirectory {
  /** `undefined` when there is no such user. */
  find(environment: Environment, who: Pick<PhoneUser, 'user' | 'domain'>): Promise<{ readonly displayName: string } | undefined>;
}
