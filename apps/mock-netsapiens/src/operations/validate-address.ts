import { randomBytes } from 'node:crypto';
import { inDomain } from '../places.ts';

/** Takes every address for good and keeps nothing: no carrier is asked. */
export const validateAddress = inDomain('Basic User', ({ call, domain }) => ({
  status: 200,
  body: {
    'emergency-address-id': `a-${randomBytes(4).toString('hex')}`,
    'address-line-2': '',
    ...Object(call.body),
    domain: domain.domain,
    'address-formatted-pidflo': {},
    carrier: 'example',
  },
}));
