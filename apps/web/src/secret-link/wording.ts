import type { Enablement, SecretField, SecretLink } from '@enablement/core';

/** What a page says about each secret: its name, its heading, and where it goes. */
export interface Wording {
  readonly label: string;
  readonly heading: string;
  readonly destination: string;
  readonly received: string;
}

export function wordingFor(link: SecretLink, enablement: Enablement): Wording {
  const server = enablement.answer?.messagingHost ?? 'the messaging server that Acrobits names';
  const wordings: Record<SecretField, Wording> = {
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
      destination: `Kept encrypted, and used at ${enablement.prerequisites.portalUrl} to read and create softphone devices for sign-in codes.`,
      received: 'The NetSapiens API key was received.',
    },
    'Office Manager password': {
      label: 'Office Manager password',
      heading: 'Enter the Office Manager credentials',
      destination: `Used to call ${server} for this domain, so that Acrobits can subscribe to its messages, then destroyed here.`,
      received: 'The Office Manager credentials were received.',
    },
  };
  return wordings[link.field];
}

/** The login asked for: the one given before, or the name that the marketplace requirements use in their example. */
export function suggestedLogin(link: SecretLink, enablement: Enablement): string | undefined {
  if (link.domain === undefined) return undefined;
  const known = enablement.domains.find((domain) => domain.domain === link.domain)?.officeManagerLogin;
  return known ?? `integration-office-manager@${link.domain}`;
}
