import type { Duration } from '../duration.ts';
import type { LoginKey } from './phone-logins.ts';

/** Where a try comes from. */
export interface TrySource {
  /** The phone's address, or the installation behind a relay. */
  readonly source: string;
  /** The address, unless many strangers share it by design, as behind SessionTalk's relay. */
  readonly address?: string | undefined;
}

/** Counts wrong passwords. Throws `Unreachable` when the database is away: nobody new is let in uncounted. */
export interface PhoneTries {
  /** 0 when it may be tried. */
  lockedFor(key: LoginKey, from: TrySource): Promise<Duration>;
  failed(key: LoginKey, from: TrySource): Promise<void>;
  /** From now on this source is no stranger to this user. */
  succeeded(key: LoginKey, from: TrySource): Promise<void>;
}
