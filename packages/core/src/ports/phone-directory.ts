import type { Environment } from '../environments/environment.ts';
import type { Contact } from '../provisioning/quick-dials.ts';
import type { PhoneUser } from '../provisioning/sign-in-code.ts';
import type { Softphone } from '../provisioning/softphone.ts';

/**
 * NetSapiens read in the environment's own name, with its API key, where no password of the user is at hand. Throws `Unreachable`, and
 * `Refused` when the environment has no such key or the key does not reach that far.
 */
export interface PhoneDirectory {
  /** `undefined` when there is no such user. */
  find(environment: Environment, who: Pick<PhoneUser, 'user' | 'domain'>): Promise<{ readonly displayName: string } | undefined>;
  /** Reads the user's softphone device, or creates it, as `PhonePlatform.admit` does. `undefined` when there is no such user. */
  softphone(environment: Environment, who: Pick<PhoneUser, 'user' | 'domain'>, letter: string): Promise<Softphone | undefined>;
  contacts(environment: Environment, who: Pick<PhoneUser, 'user' | 'domain'>): Promise<readonly Contact[]>;
}
