import type { Secret } from '../secret.ts';

/** Passwords that are recognised without being kept. */
export interface Passwords {
  /** For memory: quick, and worth nothing outside of this process. */
  tag(password: Secret): string;
  /** Compares two tags in constant time. */
  same(one: string, other: string): boolean;
  /** For rest: slow, salted, and useless without the secrets key. */
  hash(password: Secret): Promise<string>;
  /** Takes as long as `hash`, so that nobody learns from time which names are known. */
  fits(password: Secret, hash: string): Promise<boolean>;
}
