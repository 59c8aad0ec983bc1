import type { Schemas } from '@enablement/contracts/netsapiens';
import type { Domain } from './state.ts';

export const showDomain = ({ domain, reseller, description }: Domain): Schemas['Domain'] => ({
  domain,
  reseller,
  description,
  'domain-type': 'Standard',
  'dial-plan': domain,
  'dial-policy': 'US and Canada',
  'time-zone': 'US/Pacific',
  'language-token': 'en_US',
});
