import { seconds } from '../duration.ts';
import { unproved } from '../enablement/messaging.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { PlatformLogin } from '../ports/customer-platform.ts';
import type { Messaging } from '../ports/messaging.ts';
import type { Platform, PlatformAccess } from '../ports/platform.ts';
import type { RolloutPlatform } from '../ports/rollout-platform.ts';
import type { Rollout, RolloutDomain, Settlement } from '../ports/rollouts.ts';
import type { Secret } from '../secret.ts';

/** In whose name an environment is called, and by which key. */
export interface RolloutAccess {
  readonly access: PlatformAccess;
  readonly apiKey: Secret;
  /** Makes service accounts, and sees all subscriptions. */
  readonly login: PlatformLogin;
}

export interface DomainPorts {
  readonly platform: Pick<Platform, 'prove'>;
  readonly messaging: Messaging;
  readonly rolloutPlatform: RolloutPlatform;
  /** A password from the environment of this program. */
  readonly passwordOf: (name: string) => Secret | undefined;
}

/** How often a domain is tried that nobody answers for: for about five minutes. */
export const TRIES = 10;
const pauseAfter = (tries: number) => Math.min(seconds(1) * 2 ** (tries - 1), seconds(60));

/** A try that nobody answered. `quietFor` is what the other side asked for. */
export interface Unanswered {
  readonly unanswered: Unreachable;
}

/**
 * Enables one domain: service account, proof of the password, the call to Acrobits. Every line may run twice: an account that is there is
 * left, and Acrobits answers 201 once and then 200.
 */
export async function enableDomain(
  ports: DomainPorts,
  { access, apiKey, login: admin }: RolloutAccess,
  { cloudId, messagingHost }: Pick<Rollout, 'cloudId' | 'messagingHost'>,
  row: RolloutDomain,
): Promise<Settlement | Unanswered> {
  const { place, domain, login } = row;
  const settled = (rest: Omit<Settlement, 'place' | 'domain' | 'tries'>): Settlement => ({
    place,
    domain,
    tries: row.tries,
    ...rest,
  });
  try {
    const made = row.account === 'to be made' ? await makeAccount(ports, admin, domain) : undefined;
    if (made?.refused !== undefined) return settled({ status: 'awaiting password', detail: made.refused, todo: OTHER_ACCOUNT });
    const password = row.passwordEnv === undefined ? undefined : ports.passwordOf(row.passwordEnv);
    if (password === undefined) return settled({ status: 'awaiting password', detail: prepared(login, made), todo: BY_A_PERSON });
    const manager = { domain, login, password };
    const proof = await ports.platform.prove(access, manager);
    if (!proof.proved) {
      const { problem } = unproved(proof, manager);
      const fresh = row.account === 'to be made' && (proof.why === 'no secure password' || proof.why === 'wrong password');
      return fresh
        ? settled({ status: 'awaiting password', detail: prepared(login, made), todo: BY_A_PERSON })
        : settled({ status: 'failed', detail: problem, todo: 'Mend that on the platform, then: enablement rollout retry.' });
    }
    const outcome = await ports.messaging.provision({
      messagingHost,
      cloudId,
      apiKey,
      domain,
      officeManagerLogin: login,
      officeManagerPassword: password,
    });
    return settled({ status: 'provisioned', outcome, detail: outcome === 'created' ? 'created (201)' : 'already existed (200)' });
  } catch (error) {
    if (error instanceof Unreachable) return { unanswered: error };
    if (error instanceof Refused) return settled({ status: 'failed', detail: error.message, todo: error.todo });
    throw error;
  }
}

const OTHER_ACCOUNT = 'Hand its page to the customer (enablement rollout pages), who gives an Office Manager of their own.';
const BY_A_PERSON =
  'API v2 cannot set a portal password. Set it in the portal and retry with --password-env, or hand the page to the customer (enablement rollout pages).';

type Made = { readonly outcome?: 'created' | 'already there'; readonly refused?: string };

/** A credential that may not make users is no failure of the domain: somebody else gives an account then. */
async function makeAccount({ rolloutPlatform }: DomainPorts, admin: PlatformLogin, domain: string): Promise<Made> {
  try {
    return { outcome: await rolloutPlatform.makeServiceAccount(admin, domain) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: `No service account could be made: ${error.message}` };
  }
}

const prepared = (login: string, made: Made | undefined): string =>
  made?.outcome === 'created' ? `${login} was made; it has no password yet.` : `Nobody has given a password of ${login}.`;

/** What becomes of a domain that nobody answered for. */
export function later(
  row: RolloutDomain,
  { message, todo, retryAfter = 0 }: Unreachable,
  now: Date,
  counts: boolean,
): Settlement {
  const { place, domain } = row;
  const tries = row.tries + (counts ? 1 : 0);
  if (tries >= TRIES) return { place, domain, tries, status: 'failed', detail: `${message} It was tried ${tries} times.`, todo };
  const due = new Date(now.getTime() + Math.max(retryAfter, pauseAfter(Math.max(1, tries))));
  return { place, domain, tries, status: 'ahead', detail: message, due };
}
