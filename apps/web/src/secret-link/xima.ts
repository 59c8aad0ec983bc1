import type { SecretField, XimaCheck } from '@enablement/core';
import type { About, Wording } from './about.ts';

/** What a page says about each secret of a check for Xima. */
export function ximaWording(field: SecretField): Wording {
  const destination = 'Kept encrypted, used for the check, and shown once on the page for whoever sets up Xima.';
  if (field === 'api_client_secret')
    return {
      label: 'Client secret (api_client_secret)',
      heading: 'Enter the OAuth client secret for Xima',
      destination,
      received: 'The client secret was received.',
    };
  if (field === 'api_password')
    return {
      label: 'API password (api_password)',
      heading: 'Enter the API password for Xima',
      destination,
      received: 'The API password was received.',
    };
  throw new Error(`a check for Xima has no ${field}`);
}

export const ximaFacts = (field: SecretField, { values }: XimaCheck): About['facts'] => [
  ['For', 'Xima CCaaS'],
  ['Domain', values.domain],
  ['Portal', values.apiUrl],
  field === 'api_password' ? ['API user', values.apiUsername] : ['Client ID', values.apiClientId],
];
