import type { Environment } from '../environments/environment.ts';
import type { Contact } from '../provisioning/quick-dials.ts';
import type { Softphone } from '../provisioning/softphone.ts';
import type { Secret } from '../secret.ts';

/** What a person types into the softphone: `100@acme.example`, a login name, or the e-mail address that is one. */
export interface PhoneLogin {
  readonly name: string;
  readonly password: Secret;
}

/** Why NetSapiens lets nobody in. Each has its own sentence on the phone, except that nobody learns which names exist. */
export type Unadmitted =
  | 'wrong login'
  | 'second factor'
  | 'no secure password'
  | 'scope too low'
  | 'locked'
  /** Of sign-in codes, and of the phones that they signed in. */
  | 'code used'
  | 'code expired'
  | 'signed out';

export type Admission =
  | { readonly admitted: true; readonly softphone: Softphone }
  | { readonly admitted: false; readonly why: Unadmitted };

/** NetSapiens as phones need it. Throws `Unreachable` when nobody answers, and `Refused` when the environment itself is not let in. */
export interface PhonePlatform {
  /**
   * Logs in, and reads the user's softphone device or creates it.
   * @param letter the end of the device's name, `m` by custom
   * @param known what was read before: the log-in alone is proved then, with one call, and `known` given back
   */
  admit(environment: Environment, login: PhoneLogin, letter: string, known?: Softphone): Promise<Admission>;
  /** The user's own contacts, those that the domain shares, and colleagues. */
  contacts(environment: Environment, login: PhoneLogin): Promise<readonly Contact[]>;
}
