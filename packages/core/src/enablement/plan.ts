import { canonical } from '../audit/chain.ts';
import type { Prerequisites } from './request.ts';
import type { DomainState, Enablement } from './state.ts';

/** What is known about a domain before Acrobits is asked: `already there` will be answered 200, `new` 201. */
export type Outlook = 'already there' | 'new' | 'unknown';

/** What will leave and to whom, before it leaves. Secrets stand in it as fingerprints. */
export interface Plan {
  /** An e-mail address, or the messaging server host. */
  readonly to: string;
  /** In the words that are shown, in the order of the letter or the call. */
  readonly sends: readonly { readonly name: string; readonly value: string }[];
  /** What was looked at and found good, a sentence each. */
  readonly checks: readonly string[];
  /** Domains that will be created or are there already, and why that is believed. */
  readonly domains: readonly { readonly domain: string; readonly outlook: Outlook; readonly why: string }[];
  /** SHA-256 of receiver and values in canonical form (RFC 8785), 16 hex digits: an approval is of this and nothing else. */
  readonly fingerprint: string;
}

type Drafted = Omit<Plan, 'fingerprint'>;

export async function fingerprintOf({ to, sends }: Pick<Plan, 'to' | 'sends'>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical({ to, sends })));
  return Array.from(new Uint8Array(hash).slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sealed = async (plan: Drafted): Promise<Plan> => ({ ...plan, fingerprint: await fingerprintOf(plan) });

/** The values of the letter to Acrobits, name by name (Acrobits marketplace requirements, Enablement Sequence 2). */
export function lettersValues(values: Prerequisites, domains: readonly string[]): readonly (readonly [string, string])[] {
  return [
    ['CSP company name', values.cspCompany],
    ['CSP contact name', values.contactName],
    ['CSP contact e-mail', values.contactEmail],
    ...(values.contactPhone ? [['CSP contact phone', values.contactPhone] as const] : []),
    ['NetSapiens portal URL', values.portalUrl],
    ['Primary core hostname', values.coreHost],
    ['OAuth client ID', values.clientId],
    ...(domains.length > 0 ? [['Domains that want messaging', domains.join(', ')] as const] : []),
  ];
}
