import { type DomainCredentials, Refused } from '@enablement/core';

/**
 * Where the messaging API is: always https.
 * Throws `Refused` when the host is more than `host[:port]`, or the cloudId would climb out of its path.
 */
export function addressOf({ messagingHost, cloudId }: Pick<DomainCredentials, 'messagingHost' | 'cloudId'>): string {
  const url = URL.canParse(`https://${messagingHost}`) ? new URL(`https://${messagingHost}`) : undefined;
  const bare = url !== undefined && url.href === `https://${url.host}/` && !/[\s/?#@\\]/.test(messagingHost);
  if (!bare) {
    throw new Refused(
      `"${messagingHost}" is not a host name.`,
      'Enter the messaging server host alone, such as api-us.messaging.example, without https:// and path.',
    );
  }
  if (cloudId === '' || /^\.{1,2}$/.test(cloudId))
    throw new Refused(`"${cloudId}" is not a cloudId.`, 'Compare the cloudId with the one Acrobits sent.');
  return url.origin;
}
