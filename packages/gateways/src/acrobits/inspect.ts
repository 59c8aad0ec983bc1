import { randomBytes } from 'node:crypto';
import { type MessagingInspection, type MessagingKeyAnswer, Secret, seconds, Unreachable } from '@enablement/core';
import { isHtml, readJson } from '../net/answer.ts';
import type { Fetch } from '../net/index.ts';
import { fitsHeader } from '../net/leave-out.ts';
import { addressOf } from './address-of.ts';

/**
 * Looks at a key without provisioning anything: a request for no domain can make none. What Acrobits answers to it is documented nowhere,
 * so only what cannot be misread counts: a refusal of this key is one; and the key is accepted only where another key, made up on the
 * spot, is refused and this one is not.
 */
export function createMessagingInspection({ fetch }: { readonly fetch: Fetch }): MessagingInspection {
  async function ask(host: string, cloudId: string, apiKey: Secret): Promise<Exclude<MessagingKeyAnswer, 'accepted'>> {
    const address = addressOf({ messagingHost: host, cloudId });
    const answer = await fetch(`${address}/netsapiens/callbacks/${encodeURIComponent(cloudId)}/domains`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-ntspns-api-key': apiKey.reveal().trim() },
      body: '{}',
      timeout: seconds(5),
    });
    const page = isHtml({ headers: answer.headers, body: readJson(await answer.text()) });
    if (answer.status === 429 || answer.status >= 500)
      throw new Unreachable(`Acrobits at ${host} fails, or asks us to slow down (${answer.status}).`, 'Check again later.');
    if (page) return 'not the messaging API';
    if (answer.status === 401 || answer.status === 403) return 'refused';
    if (answer.status === 404) return 'unknown cloudId';
    return answer.status === 405 ? 'not the messaging API' : 'cannot be told';
  }

  return {
    async key(host, cloudId, apiKey) {
      if (!fitsHeader(apiKey.reveal())) return 'refused';
      const answer = await ask(host, cloudId, apiKey);
      if (answer !== 'cannot be told') return answer;
      const madeUp = await ask(host, cloudId, new Secret(randomBytes(16).toString('hex'))).catch(() => answer);
      return madeUp === 'refused' ? 'accepted' : answer;
    },
  };
}
