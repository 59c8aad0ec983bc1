import { type Cloud, callbackPassword, type HandedOver, type ProvisionedDomain } from '../state.ts';
import type { Subscription, Token } from './netsapiens.ts';

/** The two subscriptions of a domain, member by member what Acrobits' own tool (netsapiens-subscription-manager) sends. */
export function describe(
  cloud: Cloud,
  { portalUrl }: Pick<HandedOver, 'portalUrl'>,
  { domain, editable }: ProvisionedDomain,
  messagingHost: string,
  token: Pick<Token, 'reseller' | 'scope'>,
  now: Date,
): readonly Subscription[] {
  const cloudId = encodeURIComponent(cloud.cloudId) + (editable ? '*' : '');
  const password = encodeURIComponent(callbackPassword(cloud));
  const both = [
    ['message', 'message'],
    ['messagesession', 'message-session'],
  ] as const;
  return both.map(([model, path]) => ({
    model,
    'post-url': `https://${messagingHost}/netsapiens/callbacks/${cloudId}/${path}?password=${password}`,
    domain,
    reseller: token.reseller,
    user: '*',
    'user-scope': token.scope,
    'subscription-geo-support': 'yes',
    // Host alone: with a scheme in front NetSapiens keeps the subscription but never runs it.
    'preferred-server': new URL(portalUrl).hostname,
    'subscription-expires-datetime': inTwentyYears(now),
  }));
}

/** `YYYY-MM-DD HH:MM:SS` in UTC. */
function inTwentyYears(now: Date): string {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() + 20);
  return then.toISOString().slice(0, 19).replace('T', ' ');
}
