import { Refused, Secret } from '@enablement/core';
import { isHtml } from '../net/answer.ts';
import { fitsHeader, leaveOut } from '../net/leave-out.ts';
import type { Calls } from './calls.ts';
import type { Session } from './session.ts';
import { apiKeyShape, isScopeTooLow, wordsOf } from './shapes.ts';

/** The first four characters of a key say how far it sees (vendor's guide to API keys). */
const REACHES = { nss_: 'Super User', nsr_: 'Reseller', nsd_: 'Office Manager', nsu_: 'single user' } as const;
type Reach = (typeof REACHES)[keyof typeof REACHES];

/** How far a key sees by its prefix, or `undefined` when this is no key. */
export function reachOfKey(value: string): Reach | undefined {
  const found = Object.entries(REACHES).find(([prefix]) => value.startsWith(prefix));
  return found !== undefined && fitsHeader(value) ? found[1] : undefined;
}

/**
 * Calls with an API key, which needs no log-in and does not expire, so that every 401 is final.
 * A key may be for reading alone, for some addresses or for some models; it is asked about that once before the first writing, and
 * when it is refused something. Throws `Refused` when this is no key.
 */
export function openWithKey(calls: Calls, given: Secret): Session {
  const value = given.reveal().trim();
  const reach = reachOfKey(value);
  if (reach === undefined) {
    throw new Refused(
      'This is not an API key of NetSapiens.',
      `Give a whole key; it begins with ${Object.keys(REACHES).join(', ')} and has no blanks in it.`,
    );
  }
  // The first twelve characters are its public id.
  const name = `The ${reach} API key ${value.slice(0, 12)}`;
  const secrets = [value];
  const key = new Secret(value);

  let told: Promise<Limits> | undefined;
  const limits = () => {
    told ??= askForLimits(calls, key).catch((error: unknown) => {
      told = undefined;
      throw error;
    });
    return told;
  };

  return {
    async call(act) {
      const answer = await act(key);
      const words = leaveOut(wordsOf(answer.body), secrets);
      if (answer.status === 401) {
        throw isScopeTooLow(answer.body)
          ? new Refused(`${name} does not reach that far (${words}).`, 'Use a key of a higher scope.')
          : new Refused(
              `NetSapiens at ${calls.host} refused the API key ${value.slice(0, 12)} (${words || 'status 401 without a reason'}).`,
              'Check that the key still exists and that its address list has the address of this system.',
            );
      }
      if (answer.status === 403 && !isHtml(answer)) {
        const { sentence } = await limits();
        throw new Refused(`${name} was refused (403${words && `: ${words}`}). ${sentence}`.trim(), 'Use a key that may do this.');
      }
      return { answer, secrets };
    },
    async beforeWriting() {
      const { mayWrite, sentence } = await limits();
      if (!mayWrite) throw new Refused(`${name} may only read. ${sentence}`, 'Use a key that is not read-only.');
    },
  };
}

interface Limits {
  readonly mayWrite: boolean;
  /** Empty when nothing is known. */
  readonly sentence: string;
}

async function askForLimits(calls: Calls, key: Secret): Promise<Limits> {
  const answer = await calls.send('get', '/apikeys/~', { token: key });
  const read = apiKeyShape.safeParse(answer.body);
  if (answer.status !== 200 || !read.success) return { mayWrite: true, sentence: '' };
  const { readonly, 'ip-address': addresses, 'allowed-models': models } = read.data;
  const said = [
    readonly === 'yes' && 'read-only',
    addresses && `addresses ${addresses}`,
    models && models !== '*' && `models ${models}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  const quoted = leaveOut(said.join('; '), [key.reveal()]);
  return { mayWrite: readonly !== 'yes', sentence: quoted === '' ? '' : `It is limited to: ${quoted}.` };
}
