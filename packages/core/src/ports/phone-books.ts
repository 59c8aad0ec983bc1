import type { LoginKey } from './phone-logins.ts';

/** What an app was given for Quick Dial, written out. */
export interface KeptBook {
  /** Changes with the text. */
  readonly tag: string;
  /** Of the template that it was made with. */
  readonly template: string;
  readonly modifiedAt: Date;
  /** When contacts were last read. */
  readonly readAt: Date;
}

/** Where they are kept for all replicas. Throws `Unreachable` when the database is away. */
export interface PhoneBooks {
  look(key: LoginKey): Promise<KeptBook | undefined>;
  text(key: LoginKey, tag: string): Promise<string | undefined>;
  keep(key: LoginKey, book: KeptBook, text: string): Promise<void>;
  /** Read again, and still the same. */
  confirm(key: LoginKey, readAt: Date): Promise<void>;
}
