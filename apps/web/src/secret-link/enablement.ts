import type { Enablement, SecretField } from '@enablement/core';
import type { About, Wording } from './about.ts';

/** What a page says about each secret of an enablement: its name, its heading, and where it goes. */
export function enablementWording(field: SecretField, enablement: Enablement): Wording {
  const server = enablement.answer?.messagingHost ?? 'the messaging server that Acrobits names';
  const wordings: Partial<Record<SecretField, Wording>> = {
    'client secret': {
      label: 'Client secret',
      heading: 'Enter the OAuth client secret',
      destination: 'Kept encrypted, and sent to Acrobits through their page, where it is shown once.',
      received: 'The client secret was received.',
    },
    'API key': {
      label: 'API key',
      heading: 'Enter the cloudId API key',
      destination: `Kept encrypted, and used to call ${server} for each domain that wants messaging.`,
      received: 'The API key was received.',
    },
    'NetSapiens API key': {
      label: 'NetSapiens API key',
      heading: 'Enter a NetSapiens API key',
      destination:
        'Kept encrypted, and used for two things: the daily look whether domains and subscriptions are as they were, for which a read-only key will do; and to read and make devices for phones that are signed in by a code, for which it must not be read-only.',
      received: 'The NetSapiens API key was received.',
    },
    'Office Manager password': {
      label: 'Office Manager password',
      heading: 'Enter the Office Manager credentials',
      destination: `Used to call ${server} for this domain, so that Acrobits can subscribe to its messages, then destroyed here.`,
      received: 'The Office Manager credentials were received.',
    },
  };
  const words = wordings[field];
  if (words === undefined) throw new Error(`an enablement has no ${field}`);
  return words;
}

export function enablementFacts(
  field: SecretField,
  domain: string | undefined,
  { prerequisites: values }: Enablement,
): About['facts'] {
  return [
    ['For', values.cspCompany],
    ['Portal', values.portalUrl],
    ...(domain === undefined ? [] : [['Domain', domain] as const]),
    ...(field === 'client secret' ? [['Client ID', values.clientId] as const] : []),
  ];
}

/** The login asked for: the one given before, or the name that the marketplace requirements use in their example. */
export function suggestedLogin(domain: string | undefined, { domains }: Enablement): string | undefined {
  if (domain === undefined) return undefined;
  return domains.find((known) => known.domain === domain)?.officeManagerLogin ?? `integration-office-manager@${domain}`;
}
