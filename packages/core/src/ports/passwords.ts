import type { Secret } from '../secret.ts';

/** Passwords that are recognised without being kept. */
export interface Passwords {
  /** For memory: quick, and worth nothing outside of this process. */
  tag(password: Secret): string;
  /** Compares two tags in constant time. */
  same(one: string, other: string): boolean;
  /** For rest: slow, salted, and useless without the secrets key. */
  hash(password: Secret): Promise<string>;
  /** `undefined` takes as long as a hash that does not fit, so that nobody learns which names are known. */
  fits(password: Secret, hash: string | undefined): Promise<boolean>;
}
