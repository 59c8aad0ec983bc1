import { randomBytes } from 'node:crypto';
import { type Inspection, type KeySeen, Secret } from '@enablement/core';
import { isHtml } from '../net/answer.ts';
import { leaveOut } from '../net/leave-out.ts';
import { reachOfKey } from './api-key.ts';
import type { Calls } from './calls.ts';
import { callsTo, createClients, type NetsapiensOptions } from './client.ts';
import { createInspector } from './inspect.ts';
import { logIn, secretsOf } from './log-in.ts';
import { refusalOf } from './refusals.ts';
import { apiKeyShape, wordsOf } from './shapes.ts';

/** NetSapiens as a report needs it: looked at, and nothing changed. Throws core's `Refused` and `Unreachable` only. */
export function createInspection(options: NetsapiensOptions): Inspection {
  const open = createClients(options);
  return {
    async client({ portalUrl, ...client }) {
      // The name cannot be anybody's (RFC 2606), so that nobody is locked out for it.
      const chance = randomBytes(8).toString('hex');
      const nobody = { username: `nobody-${chance}@readiness.invalid`, password: new Secret(chance) };
      const answer = await logIn(callsTo(portalUrl, options), client, nobody);
      if (answer.loggedIn) return 'accepted';
      if (answer.why === 'wrong client') return 'refused';
      return answer.why !== 'wrong password' || BLAMES_THE_LOGIN.test(answer.seen) ? 'accepted' : 'unclear';
    },

    async logIn({ portalUrl, ...client }, username, password) {
      const account = { username, password };
      const answer = await logIn(callsTo(portalUrl, options), client, account);
      if (!answer.loggedIn) return answer;
      const { scope, domain } = answer.login;
      const quoted = (words: string) => leaveOut(words, secretsOf(client, account, answer.login));
      return { loggedIn: true, scope: quoted(scope), domain: domain === undefined ? undefined : quoted(domain) };
    },

    key: async (portalUrl, apiKey) => await lookAtKey(callsTo(portalUrl, options), apiKey),

    open(portalUrl, entry) {
      if ('apiKey' in entry) return createInspector(open({ portalUrl, credential: { apiKey: entry.apiKey } }), undefined);
      const { client, ...account } = entry;
      return createInspector(open({ portalUrl, credential: { client, account } }), account.username);
    },
  };
}

/** The texts are not published; these words stand in no complaint about a client. */
const BLAMES_THE_LOGIN = /invalid_grant|\b(user|username|login|password|credentials?)\b/i;

async function lookAtKey(calls: Calls, apiKey: Secret): Promise<KeySeen> {
  const value = apiKey.reveal().trim();
  const reach = reachOfKey(value);
  if (reach === undefined)
    return { key: 'not a key', seen: `it begins with none of nss_, nsr_, nsd_, nsu_, or has blanks in it` };
  const answer = await calls.send('get', '/apikeys/~', { token: new Secret(value) });
  const quoted = (words: string) => leaveOut(words, [value]);
  if (answer.status === 401 || (answer.status === 403 && !isHtml(answer)))
    return { key: 'refused', seen: quoted(wordsOf(answer.body)) || `status ${answer.status} without a reason` };
  const read = apiKeyShape.safeParse(answer.body);
  if (answer.status !== 200 || !read.success) throw refusalOf(answer, calls.host, 'GET /apikeys/~', [value]);
  const { readonly, 'ip-address': addresses, 'allowed-models': models, 'user-scope': scope, domain } = read.data;
  return {
    key: 'accepted',
    reach,
    scope: scope ? quoted(scope) : undefined,
    domain: domain && domain !== '*' ? quoted(domain) : undefined,
    readOnly: readonly === 'yes',
    models: listOf(models)
      .filter((model) => model !== '*')
      .map(quoted),
    addresses: listOf(addresses)
      .filter((address) => address !== '*')
      .map(quoted),
  };
}

const listOf = (csv: string | null | undefined): readonly string[] =>
  (csv ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
