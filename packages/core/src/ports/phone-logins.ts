import type { Softphone } from '../provisioning/softphone.ts';

/** Whose log-in: a cloudId without `*`, and the name as it was typed, in lower case. */
export interface LoginKey {
  readonly cloudId: string;
  readonly name: string;
}

/** A log-in that NetSapiens has let in. */
export interface ProvedLogin {
  readonly softphone: Softphone;
  /** Of the password, slow to compute; the password itself is never kept. */
  readonly passwordHash: string;
  readonly provedAt: Date;
  /** When the device was last read. */
  readonly readAt: Date;
  /** Grows with every change but the times. */
  readonly version: number;
}

/** What phones got, shared by all replicas. Throws `Unreachable` when the database is away. */
export interface PhoneLogins {
  get(key: LoginKey): Promise<ProvedLogin | undefined>;
  /** Gives back the new version. Everybody who remembers another one is told. */
  keep(key: LoginKey, login: Omit<ProvedLogin, 'version'>): Promise<number>;
  /** The same again was let in again. */
  prove(key: LoginKey, times: Pick<ProvedLogin, 'provedAt' | 'readAt'>): Promise<void>;
  /** Everybody who remembers it is told. */
  forget(key: LoginKey): Promise<void>;
}
