import { type Duration, minutes, seconds } from '../duration.ts';
import type { Environment } from '../environments/environment.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Passwords } from '../ports/passwords.ts';
import type { LoginKey, PhoneLogins, ProvedLogin } from '../ports/phone-logins.ts';
import type { Admission, PhonePlatform, Unadmitted } from '../ports/phone-platform.ts';
import type { PhoneTries, TrySource } from '../ports/phone-tries.ts';
import type { Secret } from '../secret.ts';
import { createFlights, createTurns } from '../turns.ts';
import { createKnownLogins, type Known, keyText } from './known-logins.ts';
import { isGone } from './sentences.ts';
import { type Softphone, sameSoftphone } from './softphone.ts';

export interface Attempt {
  readonly environment: Environment;
  /** As `readLogin` gave it. */
  readonly name: string;
  readonly password: Secret;
  /** The end of the device's name. */
  readonly letter: string;
  /** Where it comes from; asked for only when that matters. */
  readonly from: () => TrySource;
}

export type SignedIn =
  | { readonly outcome: 'signed in'; readonly softphone: Softphone }
  /** `before`: this password was right before. */
  | { readonly outcome: 'refused'; readonly why: Unadmitted; readonly before: boolean }
  | { readonly outcome: 'too many tries'; readonly retryAfter: Duration }
  | { readonly outcome: 'not now'; readonly retryAfter: Duration };

export interface SignInSettings {
  /** How long a proved log-in is believed without asking again. */
  readonly believed: Duration;
  /** How long the last good answer serves while NetSapiens does not answer. */
  readonly lastGood: Duration;
  /** After this a device is read again, for its SIP password may have been changed. */
  readonly reread: Duration;
  /** How many log-ins are under way at once. */
  readonly atOnce: number;
  /** How long somebody who is known waits for NetSapiens before the last good answer is given. */
  readonly patience: Duration;
  /** How many log-ins are remembered in memory. */
  readonly remembered: number;
}

export interface SignInPorts {
  readonly platform: Pick<PhonePlatform, 'admit'>;
  readonly logins: PhoneLogins;
  readonly tries: PhoneTries;
  readonly passwords: Passwords;
  readonly clock: Clock;
  /** Hears what an operator must know: the environment itself is not let in. */
  readonly tell: (line: string) => void;
  readonly sleep: (duration: Duration) => Promise<unknown>;
}

/** After a silence NetSapiens is left alone for this long. */
const LEFT_ALONE = seconds(5);
/** Whatever it asks for: new people wait meanwhile. */
const LEFT_ALONE_MOST = minutes(1);
/** So long after a silence all phones may come back at once. */
const RECOVERING = minutes(5);
const TRY_AGAIN = seconds(30);

export interface SignIn {
  /** At once for whoever is believed, which is what phones wait for, thousands of times a minute. */
  (attempt: Attempt): SignedIn | Promise<SignedIn>;
  /** This log-in was changed, and has this version now; none when it was forgotten. */
  changed(key: LoginKey, version: number | undefined): void;
  /** Changes may have been missed. */
  deaf(): void;
}

/** What was found of a log-in whose password is right, in memory or in the register. */
type Recalled = Omit<Known, 'stretch'>;

/** A log-in that NetSapiens is asked about. */
interface Asking {
  readonly key: LoginKey;
  readonly attempt: Attempt;
  readonly tag: string;
  /** What is known of it; the password was right before. */
  readonly found?: Recalled;
  /** Of the password, when it was computed already. */
  readonly hash?: string;
}

/**
 * Who may have a softphone's settings: whoever NetSapiens lets in. What it let in is believed for a while, and for longer while it does
 * not answer; the same log-in is never asked about twice at once, and all of them only so many at once.
 */
export function createSignIn(
  { platform, logins, tries, passwords, clock, tell, sleep }: SignInPorts,
  settings: SignInSettings,
): SignIn {
  const known = createKnownLogins(settings.remembered);
  const asking = createTurns(settings.atOnce);
  const shared = createFlights<SignedIn>();
  /** Apart, because who has had enough of waiting may come back before the answer does. */
  const sharedAsking = createFlights<SignedIn>();
  const silentUntil = new Map<string, number>();
  const now = () => clock.now().getTime();

  const fresh = ({ provedAt }: Recalled) => now() - provedAt < settings.believed;
  const usable = ({ provedAt }: Recalled) => now() - provedAt < settings.lastGood;
  const signedIn = ({ softphone }: Recalled): SignedIn => ({ outcome: 'signed in', softphone });

  /** What is known of this log-in as far as that costs nothing: `kept` has a hash that would have to be computed. */
  async function look(key: LoginKey, tag: string): Promise<Recalled | 'wrong' | { readonly kept: ProvedLogin | undefined }> {
    const inMemory = known.get(keyText(key));
    const judged = (held: Known) => (passwords.same(held.tag, tag) ? held : 'wrong');
    if (inMemory !== undefined && known.isCurrent(inMemory)) return judged(inMemory);
    const kept = await unlessAway(() => logins.get(key), inMemory);
    if (inMemory !== undefined && kept === 'away') return judged(inMemory);
    if (kept === 'away' || kept === undefined) return { kept: undefined };
    if (kept.version !== inMemory?.version) return { kept };
    return passwords.same(inMemory.tag, tag) ? remembered(key, tag, kept) : 'wrong';
  }

  const remembered = (key: LoginKey, tag: string, kept: ProvedLogin): Recalled => {
    const { softphone, version } = kept;
    const found = { tag, softphone, version, provedAt: kept.provedAt.getTime(), readAt: kept.readAt.getTime() };
    known.set(keyText(key), found);
    return found;
  };

  async function admitted({ key, attempt, tag, found, hash }: Asking, softphone: Softphone): Promise<void> {
    const provedAt = clock.now();
    const readAt = softphone === found?.softphone ? new Date(found.readAt) : provedAt;
    const remember = (version: number) =>
      known.set(keyText(key), { tag, softphone, version, provedAt: provedAt.getTime(), readAt: readAt.getTime() });
    if (found !== undefined && sameSoftphone(found.softphone, softphone)) {
      remember(found.version);
      await unlessAway(() => logins.prove(key, { provedAt, readAt }), found);
    } else {
      const passwordHash = hash ?? (await passwords.hash(attempt.password));
      remember(await logins.keep(key, { softphone, passwordHash, provedAt, readAt }));
    }
    await unlessAway(() => tries.succeeded(key, attempt.from()), found);
  }

  async function refused({ key, attempt, found }: Asking, why: Unadmitted): Promise<SignedIn> {
    if (found !== undefined && isGone(why)) {
      known.drop(keyText(key));
      await logins.forget(key);
    } else if (found === undefined) await tries.failed(key, attempt.from());
    return { outcome: 'refused', why, before: found !== undefined };
  }

  /** Whoever is known in memory is served although the database is away. */
  async function unlessAway<T>(act: () => Promise<T>, from: Recalled | undefined): Promise<T | 'away'> {
    try {
      return await act();
    } catch (error) {
      if (from === undefined || !(error instanceof Unreachable)) throw error;
      return 'away';
    }
  }

  /** One log-in at NetSapiens, and what follows from it. */
  async function ask(asked: Asking): Promise<SignedIn> {
    const { attempt, found } = asked;
    const { environment, name, password, letter } = attempt;
    let admission: Admission;
    try {
      admission = await asking.take(async () => {
        if (isSilent(environment)) throw new Unreachable('NetSapiens did not answer a moment ago.', 'It is tried again.');
        // In a crowd, and after an outage, the log-in alone is proved: one call for each user until it is calm.
        const calm = !asking.crowded && now() >= (silentUntil.get(environment.portalUrl) ?? 0) + RECOVERING;
        const old = found !== undefined && now() - found.readAt >= settings.reread && calm;
        return await platform.admit(environment, { name, password }, letter, old ? undefined : found?.softphone);
      });
    } catch (error) {
      return unanswered(environment, error, found);
    }
    if (!admission.admitted) return await refused(asked, admission.why);
    await admitted(asked, admission.softphone);
    return { outcome: 'signed in', softphone: admission.softphone };
  }

  const isSilent = ({ portalUrl }: Environment) => (silentUntil.get(portalUrl) ?? 0) > now();

  function unanswered(environment: Environment, error: unknown, found: Recalled | undefined): SignedIn {
    if (error instanceof Unreachable) {
      if (!isSilent(environment)) {
        silentUntil.set(environment.portalUrl, now() + Math.min(Math.max(LEFT_ALONE, error.retryAfter ?? 0), LEFT_ALONE_MOST));
        tell(`${environment.cloudId}: ${error.message} Phones that are known get their last answer.`);
      }
    } else if (error instanceof Refused) tell(`${environment.cloudId}: ${error.message} ${error.todo}`);
    else throw error;
    if (found !== undefined && usable(found)) return signedIn(found);
    return { outcome: 'not now', retryAfter: TRY_AGAIN };
  }

  const askOnce = (asked: Asking) => sharedAsking(`${keyText(asked.key)} ${asked.tag}`, () => ask(asked));

  /** The password is right. */
  async function proceed(key: LoginKey, attempt: Attempt, tag: string, found: Recalled): Promise<SignedIn> {
    if (fresh(found) || (usable(found) && isSilent(attempt.environment))) return signedIn(found);
    const asked = askOnce({ key, attempt, tag, found });
    if (!usable(found)) return await asked;
    // The answer may still come, for the next time.
    asked.catch(() => undefined);
    return await Promise.race([asked, sleep(settings.patience).then(() => signedIn(found))]);
  }

  async function slowly(key: LoginKey, attempt: Attempt, tag: string): Promise<SignedIn> {
    const looked = await look(key, tag);
    if (looked !== 'wrong' && !('kept' in looked)) return await proceed(key, attempt, tag, looked);
    // Before the hash, too: it is slow on purpose, and nobody shall keep us busy with it.
    const retryAfter = await tries.lockedFor(key, attempt.from());
    if (retryAfter > 0) return { outcome: 'too many tries', retryAfter };
    // One slow hash for every name alike, known or not, so that the time it takes tells nothing.
    const kept = looked === 'wrong' ? undefined : looked.kept;
    if (kept === undefined) return await askOnce({ key, attempt, tag, hash: await passwords.hash(attempt.password) });
    const right = await passwords.fits(attempt.password, kept.passwordHash);
    return await (right ? proceed(key, attempt, tag, remembered(key, tag, kept)) : askOnce({ key, attempt, tag }));
  }

  const signIn = (attempt: Attempt): SignedIn | Promise<SignedIn> => {
    const key = { cloudId: attempt.environment.cloudId, name: attempt.name };
    const text = keyText(key);
    const tag = passwords.tag(attempt.password);
    const inMemory = known.get(text);
    if (inMemory !== undefined && known.isCurrent(inMemory) && fresh(inMemory) && passwords.same(inMemory.tag, tag))
      return signedIn(inMemory);
    return shared(`${text} ${tag}`, () => slowly(key, attempt, tag));
  };
  return Object.assign(signIn, {
    changed: (key: LoginKey, version: number | undefined) => {
      const text = keyText(key);
      if (known.get(text)?.version !== version) known.drop(text);
    },
    deaf: known.deaf,
  });
}
