import { seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { PhoneDirectory } from '../ports/phone-directory.ts';
import type { PhoneApp, PhoneInstallations } from '../ports/phone-installations.ts';
import type { PhoneTries } from '../ports/phone-tries.ts';
import type { Secret } from '../secret.ts';
import { installedName, phoneUserOf } from './installed-phones.ts';
import type { Attempt, SignedIn, SignIn } from './sign-in.ts';
import { deviceToken, type PhoneUser, readCode, tokenId } from './sign-in-code.ts';

export interface PhoneAttempt extends Attempt {
  readonly app: PhoneApp;
  /** Of an app that goes on sending what was typed into it: its own id. */
  readonly device?: string | undefined;
  /** Wants to know who it is, and signs nobody in: a code is not used up. */
  readonly looking?: boolean | undefined;
}

/** `password` is what the app sends from now on, when that is not what was typed. */
export type PhoneSignedIn =
  | Exclude<SignedIn, { outcome: 'signed in' }>
  | (Extract<SignedIn, { outcome: 'signed in' }> & { readonly password?: Secret });

export interface CodeSignInPorts {
  readonly signIn: SignIn;
  readonly installations: PhoneInstallations;
  readonly directory: PhoneDirectory;
  readonly tries: PhoneTries;
  readonly tell: (line: string) => void;
}

/** At once for whoever is believed, as `SignIn` does. */
export type PhoneSignIn = (attempt: PhoneAttempt) => PhoneSignedIn | Promise<PhoneSignedIn>;

/** What was typed in the place of a password. */
interface Typed {
  readonly code: Secret | undefined;
  readonly token: Secret;
  readonly id: string | undefined;
}

const TRY_AGAIN = seconds(30);
const WRONG = { outcome: 'refused', why: 'wrong login', before: false } as const;

/**
 * Signs in by password, by the token of a phone that a code has signed in before, and by the code itself. A code is used up only when
 * everything else is known to be right, in the transaction that makes the token.
 */
export function createPhoneSignIn({ signIn, installations, directory, tries, tell }: CodeSignInPorts): PhoneSignIn {
  /** The token is proved and remembered as passwords are; only its log-in has a name of its own. */
  async function byToken(attempt: PhoneAttempt, token: Secret, id: string): Promise<PhoneSignedIn> {
    return await signIn({ ...attempt, name: installedName(attempt.name, id), password: token });
  }

  async function byCode(attempt: PhoneAttempt, who: PhoneUser, code: Secret): Promise<PhoneSignedIn> {
    const { environment, name, letter, app, device, looking } = attempt;
    const key = { cloudId: environment.cloudId, name };
    const retryAfter = await tries.lockedFor(key, attempt.from());
    if (retryAfter > 0) return { outcome: 'too many tries', retryAfter };
    const standing = await installations.judge(who, code);
    const good = standing === 'good' || (looking === true && standing === 'used');
    if (!good) return await refused(attempt, who, code);
    const softphone = await directory.softphone(environment, who, letter);
    if (softphone === undefined) return WRONG;
    if (looking) return { outcome: 'signed in', softphone };
    const installed = await installations.install(who, code, app, device);
    if (installed.outcome !== 'installed') return await refused(attempt, who, code);
    await tries.succeeded(key, attempt.from());
    return { outcome: 'signed in', softphone, password: installed.token };
  }

  /** A code that there is not may have been guessed, and counts as a wrong password does. */
  async function refused(attempt: PhoneAttempt, who: PhoneUser, code: Secret): Promise<PhoneSignedIn> {
    // Asked to use it up, so that the audit has what was tried with a code that there is.
    const { outcome } = await installations.install(who, code, attempt.app, attempt.device);
    if (outcome === 'used') return { outcome: 'refused', why: 'code used', before: false };
    if (outcome === 'expired') return { outcome: 'refused', why: 'code expired', before: false };
    await tries.failed({ cloudId: attempt.environment.cloudId, name: attempt.name }, attempt.from());
    return WRONG;
  }

  async function byTokenOrCode(attempt: PhoneAttempt, { code, token, id }: Typed): Promise<PhoneSignedIn> {
    const { environment, name, app, device } = attempt;
    const who = phoneUserOf(environment.cloudId, name);
    if (who === undefined || (app === 'sessiontalk' && device === undefined)) return WRONG;
    try {
      if (id !== undefined) {
        const answered = await byToken(attempt, token, id);
        const unknown = answered.outcome === 'refused' && (await installations.find(who, token)) === undefined;
        if (code === undefined || !unknown) return answered;
      }
      return code === undefined ? WRONG : await byCode(attempt, who, code);
    } catch (error) {
      if (!(error instanceof Unreachable) && !(error instanceof Refused)) throw error;
      tell(`${environment.cloudId}: a phone could not be signed in by code: ${error.message} ${error.todo}`);
      return { outcome: 'not now', retryAfter: TRY_AGAIN };
    }
  }

  return (attempt) => {
    const { password, device } = attempt;
    const code = readCode(password);
    const token = code !== undefined && device !== undefined ? deviceToken(code, device) : password;
    const id = tokenId(token);
    return code === undefined && id === undefined ? signIn(attempt) : byTokenOrCode(attempt, { code, token, id });
  };
}
