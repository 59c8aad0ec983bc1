import { canonical } from '../audit/chain.ts';
import type { Subscriptions } from '../ports/platform.ts';
import type { Prerequisites } from './request.ts';
import type { DomainState, Enablement } from './state.ts';

/** What is known about a domain before Acrobits is asked: `already there` will be answered 200, `new` 201. */
export const OUTLOOKS = ['already there', 'new', 'unknown'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

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

/** The values of the letter to Acrobits, name by name (Acrobits marketplace requirements, Enablement Sequence 2). */
export function lettersValues(values: Prerequisites, domains: readonly string[] = []): readonly (readonly [string, string])[] {
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

/** Domains that nobody skipped. */
export const wantedDomains = ({ domains }: Pick<Enablement, 'domains'>): readonly string[] =>
  domains.filter(({ status }) => status !== 'cancelled').map(({ domain }) => domain);

/** The letter to Acrobits. `earlier` are domains of this platform that an earlier run provisioned. */
export function planLetter(
  enablement: Enablement,
  to: string,
  earlier: readonly string[],
  checks: readonly string[] = enablement.plan?.checks ?? [],
): Promise<Plan> {
  const domains = wantedDomains(enablement);
  return sealed({
    to,
    sends: [
      ...named(lettersValues(enablement.prerequisites, domains)),
      { name: 'OAuth client secret', value: fingerprint(enablement.clientSecretFingerprint, 'behind the link, revealed once') },
    ],
    checks,
    domains: domains.map((domain) =>
      earlier.includes(domain)
        ? { domain, outlook: 'already there', why: 'an earlier run provisioned it' }
        : { domain, outlook: 'unknown', why: 'known once its credentials are proved' },
    ),
  });
}

/** What was found out about a domain by logging in as its Office Manager. `seen` are its subscriptions, when they could be looked at. */
export const foundOut = (
  domain: DomainState,
  proof: string,
  seen: Subscriptions | undefined,
): Pick<Plan, 'checks' | 'domains'> => ({ checks: [proof], domains: [{ domain: domain.domain, ...outlook(domain, seen) }] });

/** The call that provisions a domain. */
export function planProvisioning(
  { answer, apiKeyFingerprint }: Enablement,
  domain: DomainState,
  login: string,
  { checks, domains }: Pick<Plan, 'checks' | 'domains'>,
): Promise<Plan> {
  return sealed({
    to: answer?.messagingHost ?? '',
    sends: named([
      ['Domain', domain.domain],
      ['cloudId', answer?.cloudId ?? ''],
      ['API key', fingerprint(apiKeyFingerprint)],
      ['Office Manager', login],
      ['Office Manager password', fingerprint(domain.passwordFingerprint)],
    ]),
    checks,
    domains,
  });
}

function outlook({ outcome, round }: DomainState, seen: Subscriptions | undefined): Omit<Plan['domains'][number], 'domain'> {
  if (outcome !== undefined || round > 1) return { outlook: 'already there', why: 'it was provisioned before' };
  if (seen === undefined) return { outlook: 'unknown', why: 'NetSapiens did not tell which subscriptions there are' };
  if (seen.message || seen.messagesession)
    return { outlook: 'already there', why: 'Acrobits has subscriptions for it in NetSapiens' };
  return { outlook: 'new', why: 'Acrobits has no subscription for it in NetSapiens' };
}

const named = (values: readonly (readonly [string, string])[]) => values.map(([name, value]) => ({ name, value }));

const fingerprint = (print: string | undefined, where?: string): string =>
  print === undefined ? 'not entered yet' : `fingerprint ${print}${where === undefined ? '' : `, ${where}`}`;

const sealed = async (plan: Omit<Plan, 'fingerprint'>): Promise<Plan> => ({
  ...plan,
  fingerprint: await fingerprintOf({ to: plan.to, sends: plan.sends }),
});

/** SHA-256 of the canonical form, its first 16 hex digits. */
export async function fingerprintOf(value: object): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)));
  return Array.from(new Uint8Array(hash).slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
